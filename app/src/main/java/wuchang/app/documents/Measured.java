package wuchang.app.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.reading.Consumption;
import wuchang.reports.figure.DayFigures;

/** What documents say of readings, of which there are too many to be held. */
interface Measured {
  /** Of the series that are watched, of days from the first on to before the end. */
  List<DayFigures> figures(LocalDate first, LocalDate end);

  /** The disinfections that ended in [from, to), device by device. */
  List<Cycle> cycles(Instant from, Instant to);

  /** What passed each counter in [from, to), day by day. */
  Map<DeviceId, List<Consumption.Day>> meters(Instant from, Instant to);
}
