package wuchang.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The readings of a device and metric of one day (UTC) that arrived in a span: what one row of the
 * chain stands for. Its key is {@code DAY/AFTER/UPTO/DEVICE/METRIC}; ids hold no slash.
 */
record ChainSeries(LocalDate day, String after, String upTo, String device, String metric) {
  static final String KIND = "readings";

  /** As the chain writes a reading: one line each, with a line feed at its end. */
  static final String LINE =
      """
      wuchang.utc(r.time) || ',' || d.name || ',' || m.name || ',' || r.value::text || ','
        || CASE r.quality WHEN 0 THEN 'good' WHEN 1 THEN 'suspect' ELSE 'bad' END
      """;

  static ChainSeries of(String key) {
    List<String> parts = List.of(key.split("/", 5));
    return new ChainSeries(
        LocalDate.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }

  Instant from() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Writes the lines, exactly as their hash was made. */
  String copy() {
    return """
        COPY (SELECT %s FROM wuchang.reading r
          JOIN wuchang.device d ON d.id = r.device_id JOIN wuchang.metric m ON m.id = r.metric_id
          WHERE d.name = %s AND m.name = %s AND r.time >= '%sT00:00:00Z'
            AND r.time < '%sT00:00:00Z'
            AND r.time + make_interval(secs => r.delay_s) > %s
            AND r.time + make_interval(secs => r.delay_s) <= %s
          ORDER BY r.time) TO STDOUT (FORMAT csv, QUOTE E'\\b', DELIMITER E'\\t')
        """
        .formatted(
            LINE,
            quoted(device),
            quoted(metric),
            day,
            day.plusDays(1),
            quoted(after),
            quoted(upTo));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
