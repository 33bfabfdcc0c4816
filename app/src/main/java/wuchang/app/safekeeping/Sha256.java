package wuchang.app.safekeeping;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what is added, in hexadecimal. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
