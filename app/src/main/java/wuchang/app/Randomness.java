package wuchang.app;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess: 192 random bits, fit for URLs. */
final class Randomness {
  private static final int BYTES = 24;

  private Randomness() {}

  static String secret() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
