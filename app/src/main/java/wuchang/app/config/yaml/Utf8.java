package wuchang.app.config.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The text of a file, when it is UTF-8 and printable; a byte order mark is left out. */
final class Utf8 {
  private static final String MARK = "\uFEFF";

  private Utf8() {}

  static Optional<String> read(byte[] bytes, Document document) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    boolean broken = decoder.decode(in, out, true).isError();
    String decoded = out.flip().toString();
    String text = decoded.startsWith(MARK) ? decoded.substring(1) : decoded;
    if (broken) {
      document
          .faults()
          .add(place(text, text.length(), document), "this is no UTF-8; expected a text in UTF-8");
      return Optional.empty();
    }
    OptionalInt odd = firstUnprintable(text);
    odd.ifPresent(
        at ->
            document
                .faults()
                .add(
                    place(text, at, document),
                    "an unprintable character (U+%04X); expected printable text"
                        .formatted(text.codePointAt(at))));
    return odd.isPresent() ? Optional.empty() : Optional.of(text);
  }

  private static OptionalInt firstUnprintable(String text) {
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (!StreamReader.isPrintable(codePoint)) {
        return OptionalInt.of(at);
      }
      at += Character.charCount(codePoint);
    }
    return OptionalInt.empty();
  }

  private static Place place(String text, int at, Document document) {
    String before = text.substring(0, at);
    int start = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Place(document.file(), line, 1 + before.codePointCount(start, at));
  }
}
