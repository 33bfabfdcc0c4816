package wuchang.domain.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wuchang.domain.AlertId;

/**
 * What a link in a message allows: to see one alert and to take it on, until a time, without a
 * login. It names the notification that it stood in. Its path is signed; whoever holds it may use
 * it, so it is a secret of those who were told.
 */
public record AlertLink(AlertId alert, String channel, String step, Instant until) {
  public AlertLink {
    until = until.truncatedTo(ChronoUnit.SECONDS); // the path carries no more of it
  }

  /** Where such links begin. */
  public static final String PATH = "/a/";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  private static final int BASE = 36;

  /** The path of the link: {@code /a/{alert}/{channel}/{step}/{until}.{signature}}. */
  public String path(String secret) {
    String ticket = Long.toString(until.getEpochSecond(), BASE);
    return PATH
        + alert
        + "/"
        + channel
        + "/"
        + step.replace('#', '~')
        + "/"
        + ticket
        + "."
        + signature(secret);
  }

  /** Reads the parts of a path; empty when they were not signed with this secret. */
  public static Optional<AlertLink> read(
      String alert, String channel, String step, String ticket, String secret) {
    int dot = ticket.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      Instant until = Instant.ofEpochSecond(Long.parseLong(ticket.substring(0, dot), BASE));
      AlertLink link = new AlertLink(AlertId.of(alert), channel, step.replace('~', '#'), until);
      byte[] given = ticket.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
      byte[] own = link.signature(secret).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given, own) ? Optional.of(link) : Optional.empty();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  private String signature(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String words = String.join("\n", alert.value(), channel, step, until.toString());
      byte[] whole = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
