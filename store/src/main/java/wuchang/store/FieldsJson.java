package wuchang.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.record.RecordFields;

/** The fields of a record as they are stored: texts without NUL, numbers, true and false. */
final class FieldsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private FieldsJson() {}

  static String of(RecordFields fields) {
    Map<String, Object> clean = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (name, value) ->
                clean.put(
                    name, value instanceof String text ? text.replace('\0', '\uFFFD') : value));
    try {
      return MAPPER.writeValueAsString(clean);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of scalars is JSON", e);
    }
  }

  static RecordFields read(String json) {
    try {
      return new RecordFields(MAPPER.readValue(json, FIELDS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the fields of a stored record are no JSON", e);
    }
  }
}
