package wuchang.ingest.format;

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
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * Reads JSON from strangers: strict, bounded in depth and in the length of numbers, and each key
 * once.
 */
public final class StrictJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 400;
  private static final ObjectReader READER = reader();

  private StrictJson() {}

  /** The payload as a tree. */
  public static JsonNode read(byte[] payload) throws Unreadable {
    try {
      return READER.readTree(payload);
    } catch (IOException e) {
      throw new Unreadable(Reason.MALFORMED, "no JSON: " + words(e));
    }
  }

  private static String words(IOException e) {
    if (e instanceof JsonProcessingException json) {
      String words = String.valueOf(json.getOriginalMessage());
      JsonLocation at = json.getLocation();
      return at == null
          ? words
          : words + " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
    return String.valueOf(e.getMessage());
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
