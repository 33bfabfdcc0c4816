package wuchang.app.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wuchang.alerts.channel.RequestTemplate;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.Language;

/** The keys that only some kinds of channels have, as the texts that the channel is given. */
final class ChannelOptions {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
  private static final Pattern POINTER = Pattern.compile("(/[^/=]*)+=.*");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,]+@[^\\s@<>,]+");

  private static final Form<String> LANGUAGE =
      oneOf("language", Arrays.stream(Language.values()).map(Language::code).toList());
  private static final Form<String> METHOD = oneOf("method", List.of("post", "get"));
  private static final Form<String> NUMBERS = several("a text, or a list of texts", As.TEXT);
  private static final Form<String> ADDRESS_OF_MAIL =
      Form.hidden("an e-mail address", text -> As.matching(ADDRESS, text));
  private static final Form<String> ADDRESSES =
      several("an e-mail address, or a list of them", ADDRESS_OF_MAIL);
  private static final Form<String> BODY =
      Form.hidden(
          "a text with {phone} or {phones}; beside them may stand "
              + RequestTemplate.NAMES.stream()
                  .sorted()
                  .filter(name -> !name.startsWith("phone"))
                  .map(name -> "{" + name + "}")
                  .collect(Collectors.joining(" ")),
          ChannelOptions::body);
  private static final Form<String> CONTENT_TYPE =
      Form.of("a type such as application/json", text -> As.matching(MEDIA_TYPE, text));
  private static final Form<String> TAKEN =
      Form.of("a JSON pointer with a value, such as /code=0", text -> As.matching(POINTER, text));
  private static final Form<Map<String, String>> HEADERS =
      Form.mapping(
          "header names with their texts",
          name -> Form.of("the name of a header", t -> As.matching(TOKEN, t)).read(name),
          name -> As.TEXT);

  private ChannelOptions() {}

  static Map<String, String> read(Section channel, ChannelKind kind) {
    Map<String, String> options = new HashMap<>();
    channel.get("lang", LANGUAGE).ifPresent(code -> options.put("lang", code));
    for (String key : kind.needs()) {
      channel.need(key, form(kind, key)).ifPresent(text -> options.put(key, text));
    }
    for (String key : kind.allows()) {
      if (key.equals("headers")) {
        channel
            .get(key, HEADERS, Map.of())
            .forEach((name, text) -> options.put(RequestTemplate.HEADER + name, text));
      } else {
        channel.get(key, form(kind, key)).ifPresent(text -> options.put(key, text));
      }
    }
    return options;
  }

  private static Form<String> form(ChannelKind kind, String key) {
    return switch (key) {
      case "topic" -> Topics.NAME;
      case "file" -> FilePath.ANY.map(Path::toString);
      case "from" -> ADDRESS_OF_MAIL;
      case "to" -> kind == ChannelKind.EMAIL ? ADDRESSES : NUMBERS;
      case "body" -> BODY;
      case "method" -> METHOD;
      case "content-type" -> CONTENT_TYPE;
      case "ok" -> TAKEN;
      default -> As.TEXT;
    };
  }

  private static Form<String> oneOf(String noun, List<String> words) {
    return Form.word(noun, words, word -> Optional.of(word).filter(words::contains));
  }

  private static Form<String> several(String expected, Form<String> one) {
    return Form.either(expected, one, one.list().map(texts -> String.join(",", texts)));
  }

  private static String body(String text) {
    As.require(RequestTemplate.unknown(text).isEmpty());
    As.require(text.contains("{phone}") || text.contains("{phones}"));
    return text;
  }
}
