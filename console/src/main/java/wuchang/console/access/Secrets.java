package wuchang.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words that cannot be guessed, and the digests by which they are known again. */
final class Secrets {
  private static final int BYTES = 32;

  /** No letter that is taken for another when read from a screen. 32 letters: 5 bits each. */
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();

  /** 256 random bits for cookies, tokens and links. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 100 random bits in groups of five, to be typed by a person once. */
  String readable() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      word.append(i > 0 && i % 5 == 0 ? "-" : "");
      word.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return word.toString();
  }

  /** Secrets of 256 random bits need no slow hash: there is nothing to guess. */
  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String digestWord(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(secret));
  }
}
