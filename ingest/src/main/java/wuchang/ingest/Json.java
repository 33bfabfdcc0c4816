package wuchang.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Rejected.Reason;

/**
 * Reads JSON from strangers: strict, bounded in depth and in the length of numbers, and each key
 * once.
 */
final class Json {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 400;
  private static final ObjectReader READER = reader();

  private Json() {}

  /** The payload as a tree, or empty and refused. */
  static Optional<JsonNode> read(Harvest harvest, Optional<DeviceId> device) {
    try {
      return Optional.of(READER.readTree(harvest.incoming().payload()));
    } catch (IOException e) {
      harvest.refuse(Reason.MALFORMED, device, "no JSON: " + words(e));
      return Optional.empty();
    }
  }

  private static String words(IOException e) {
    if (e instanceof JsonProcessingException json) {
      String words = Legible.text(String.valueOf(json.getOriginalMessage()), 200);
      JsonLocation at = json.getLocation();
      return at == null
          ? words
          : words + " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
    return Legible.text(String.valueOf(e.getMessage()), 200);
  }

  private static ObjectReader reader() {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .build();
    JsonFactory factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(bounds)
            // Names come from outside: interned, they would stay for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .build()
        .reader();
  }
}
