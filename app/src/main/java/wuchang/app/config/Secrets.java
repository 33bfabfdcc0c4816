package wuchang.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;

/**
 * Secrets stand in the file itself ({@code password}) or in one beside it ({@code password-file},
 * which is read and trimmed). No fault shows one.
 */
final class Secrets {
  private static final int LONGEST = 65_536;

  private Secrets() {}

  /** The secret of the key, or empty when it has none or a fault has been noted. */
  static Optional<String> get(Section section, String key) {
    return get(section, key, "a text", Secrets::notBlank);
  }

  /** A secret that must be there. */
  static Optional<String> need(Section section, String key) {
    if (section.value(key).isEmpty() && section.value(key + "-file").isEmpty()) {
      section.lacks(key, key + " or " + key + "-file");
    }
    return get(section, key);
  }

  /**
   * A secret that is more than a text; the function refuses by {@link IllegalArgumentException}.
   */
  static <T> Optional<T> get(
      Section section, String key, String expected, Function<String, T> meaning) {
    Optional<Value> here = section.value(key);
    Optional<Value> beside = section.value(key + "-file");
    if (here.isPresent() && beside.isPresent()) {
      beside.get().fault(key + " and " + key + "-file stand together; expected one of them");
    }
    return beside.isPresent()
        ? beside.flatMap(file -> content(file).flatMap(t -> understood(t, file, expected, meaning)))
        : here.flatMap(Form.hidden(expected, meaning)::read);
  }

  private static <T> Optional<T> understood(
      String text, Value file, String expected, Function<String, T> meaning) {
    try {
      return Optional.of(meaning.apply(text));
    } catch (IllegalArgumentException e) {
      file.fault(
          "what " + file.label() + file.shown() + " holds does not fit; expected " + expected);
      return Optional.empty();
    }
  }

  private static Optional<String> content(Value file) {
    return FilePath.READABLE.read(file).flatMap(path -> content(path, file));
  }

  private static Optional<String> content(Path path, Value file) {
    try (InputStream in = Files.newInputStream(path)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(LONGEST));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().strip());
    } catch (CharacterCodingException e) {
      file.fault(file.label() + file.shown() + " is no UTF-8; expected a text file");
    } catch (IOException e) {
      file.fault(file.label() + file.shown() + " cannot be read; expected a readable text file");
    }
    return Optional.empty();
  }

  private static String notBlank(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException();
    }
    return secret;
  }
}
