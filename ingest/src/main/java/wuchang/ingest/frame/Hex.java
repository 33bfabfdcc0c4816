package wuchang.ingest.frame;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Bytes that some gateways send as they are and others as hexadecimal text. */
public final class Hex {
  private static final Pattern BLANKS = Pattern.compile("[\\s,;:-]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");

  private Hex() {}

  /**
   * The bytes of a frame: text of an even number of hexadecimal digits, blanks allowed, is read as
   * such; everything else stands for itself.
   */
  public static byte[] frame(byte[] payload) {
    String text = BLANKS.matcher(new String(payload, ISO_8859_1)).replaceAll("");
    boolean hex = text.length() % 2 == 0 && DIGITS.matcher(text).matches();
    return hex ? HexFormat.of().parseHex(text) : payload;
  }
}
