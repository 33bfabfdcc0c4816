package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;

/** A site, one instant, and what becomes of a message at it. */
abstract class IntakeCase {
  static final String FRIDGE = "wuchang/east/fridge-1/telemetry";
  static final Instant NOW = Instant.parse("2026-01-01T00:00:05.250Z");
  static final long TS = 1767225600000L; // 2026-01-01T00:00:00Z
  static final Site EAST = Sites.east();

  final Intake intake = new Intake(() -> EAST);

  Decoded decode(String topic, String payload) {
    return intake.decode(topic, payload.getBytes(UTF_8), false, NOW);
  }

  /** The readings in short: {@code temperature=4.2@time}. */
  static List<String> brief(Decoded decoded) {
    return decoded.observations().stream()
        .map(Reading.class::cast)
        .map(r -> r.metric() + "=" + r.value() + "@" + r.time())
        .toList();
  }

  static Reason reason(Decoded decoded) {
    return only(decoded).reason();
  }

  static Rejected only(Decoded decoded) {
    assertThat(decoded.rejected()).hasSize(1);
    return decoded.rejected().get(0);
  }
}
