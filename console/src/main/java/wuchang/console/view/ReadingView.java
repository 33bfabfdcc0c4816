package wuchang.console.view;

import java.time.Instant;
import wuchang.domain.reading.Reading;

/** A reading as the API gives it; the value is null when the device sent none. */
public record ReadingView(
    String device,
    String metric,
    Instant time,
    double value,
    String unit,
    String quality,
    String flaw) {

  public static ReadingView of(Reading reading) {
    return new ReadingView(
        reading.device().value(),
        reading.metric().name(),
        reading.time(),
        reading.value(),
        reading.metric().unit().symbol(),
        reading.quality().word(),
        reading.flaw().word());
  }
}
