package wuchang.app.config;

import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.site.Retention;

/** The section {@code retention}. */
final class RetentionReader {
  private RetentionReader() {}

  static Retention read(Section root) {
    return root.get(
        "retention",
        Form.section("durations for raw, rollup and records", RetentionReader::retention),
        Retention.DEFAULT);
  }

  private static Optional<Retention> retention(Section retention) {
    return Optional.of(
        new Retention(
            retention.get("raw", Measured.SPAN, Retention.DEFAULT.raw()),
            retention.get("rollup", Measured.SPAN, Retention.DEFAULT.rollup()),
            retention.get("records", Measured.SPAN, Retention.DEFAULT.records())));
  }
}
