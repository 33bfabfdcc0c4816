package wuchang.app.config;

import java.time.Duration;
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
    boolean mayBeShorter = retention.get("shorter-because", As.TEXT).isPresent();
    return Optional.of(
        new Retention(
            retention.get("raw", Measured.SPAN, Retention.DEFAULT.raw()),
            kept(retention, "rollup", Retention.DEFAULT.rollup(), mayBeShorter),
            kept(retention, "records", Retention.DEFAULT.records(), mayBeShorter)));
  }

  /** The law asks for two years: less takes a reason that stands in the file. */
  private static Duration kept(
      Section retention, String key, Duration usual, boolean mayBeShorter) {
    Duration kept = retention.get(key, Measured.SPAN, usual);
    if (kept.compareTo(Retention.LEAST) < 0 && !mayBeShorter) {
      retention
          .value(key)
          .ifPresent(
              value ->
                  value.fault(
                      key
                          + " is shorter than 2y; expected 2y or more, or shorter-because: and the"
                          + " reason beside it"));
    }
    return kept;
  }
}
