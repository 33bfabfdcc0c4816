package wuchang.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A random draw that anybody can repeat: candidates are put in the order of the SHA-256 of the
 * seed, a space, and their name, written in hexadecimal digits; the first ones are drawn.
 */
record Draw(String seed) {
  List<String> of(List<String> candidates, int number) {
    return candidates.stream()
        .sorted(Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()))
        .limit(number)
        .toList();
  }

  private String rank(String candidate) {
    try {
      byte[] words = (seed + " " + candidate).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
