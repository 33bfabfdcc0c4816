package wuchang.alerts.book;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Episode;

/** How the rules name an episode. An alert keeps its id when late data moves its start. */
record EpisodeKey(RuleId rule, DeviceId device, Instant since) {
  private static final int BYTES = 10;
  private static final int DIGITS = 16;
  private static final int BASE = 32;

  static EpisodeKey of(Episode episode) {
    return new EpisodeKey(episode.rule(), episode.device(), episode.since());
  }

  static EpisodeKey of(Alert alert) {
    return new EpisodeKey(alert.rule(), alert.device(), alert.since());
  }

  /**
   * The id of the alert first known by this name: 80 bits of SHA-256 as 16 characters. A later
   * {@code turn} is used when an alert that has since moved holds the id already.
   */
  AlertId id(int turn) {
    String name = rule + "\n" + device + "\n" + since + (turn == 0 ? "" : "\n" + turn);
    byte[] start = Arrays.copyOf(sha256(name), BYTES);
    String digits = new BigInteger(1, start).toString(BASE);
    return AlertId.of("0".repeat(DIGITS - digits.length()) + digits);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
