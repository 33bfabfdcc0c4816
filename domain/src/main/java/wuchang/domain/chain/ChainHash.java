package wuchang.domain.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a row in the chain: SHA-256 over the hash before it (hexadecimal, lower case), a line
 * feed, the row's content in UTF-8, and a line feed. So {@code printf '%s\n%s\n' BEFORE CONTENT |
 * sha256sum} says the same; docs/records.md has an example.
 */
public final class ChainHash {
  /** What stands before the first row. */
  public static final String START = "0".repeat(64);

  private ChainHash() {}

  /** The hash of a row that follows another. */
  public static String next(String before, String content) {
    return of((before + "\n" + content + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The plain SHA-256, in hexadecimal. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
