package wuchang.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Fact;

/**
 * Records of the domain as CBOR, field by field with their names: a few kilobytes an hour, so plain
 * rather than small. Ids are strings, times ISO-8601, and a fact says of which kind it is.
 */
final class Cbor {
  private final ObjectMapper mapper = mapper();

  byte[] write(Object record) {
    try {
      return mapper.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + record.getClass().getName(), e);
    }
  }

  <T> T read(byte[] bytes, Class<T> type) {
    try {
      return mapper.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("these bytes are no " + type.getName(), e);
    }
  }

  private static ObjectMapper mapper() {
    CBORFactory factory =
        CBORFactory.builder().enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING).build();
    ObjectMapper mapper =
        CBORMapper.builder(factory)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addMixIn(Fact.class, AnyFact.class)
            .build();
    // Only what a record is made of; methods that compute something are none of it.
    mapper.setVisibility(
        mapper
            .getSerializationConfig()
            .getDefaultVisibilityChecker()
            .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
            .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
            .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE));
    for (Class<?> id :
        List.of(AlertId.class, AreaId.class, DeviceId.class, PersonId.class, RuleId.class)) {
      mapper.addMixIn(id, AnyId.class);
    }
    return mapper;
  }

  private interface AnyId {
    @JsonValue
    String value();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Fact.At.class, name = "at"),
    @JsonSubTypes.Type(value = Fact.Lasted.class, name = "lasted"),
    @JsonSubTypes.Type(value = Fact.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Fact.Word.class, name = "word")
  })
  private interface AnyFact {}
}
