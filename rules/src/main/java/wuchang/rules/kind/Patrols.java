package wuchang.rules.kind;

import java.time.LocalDate;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.ServiceDays;

/**
 * An area that nobody has gone the round of by a time of a working day (日巡日报). Over when somebody
 * has, or the day is.
 *
 * @param deadline milliseconds since the day began
 */
public record Patrols(String area, long deadline, ServiceDays days) implements Kind<Patrols.Seen> {
  /**
   * What is known.
   *
   * @param from since when anything is known; what was due before is none of ours
   * @param patrolled the last day on which somebody went round, as an epoch day
   */
  public record Seen(long from, long patrolled) {}

  @Override
  public Seen blank(long from) {
    return new Seen(from, Long.MIN_VALUE);
  }

  @Override
  public boolean wants(Metric metric) {
    return true;
  }

  @Override
  public boolean wants(What what) {
    return true;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.PATROL;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    long at = observation.time().toEpochMilli();
    if (!(observation instanceof BookEntry entry)) {
      return at < was.from() ? new Seen(at, was.patrolled()) : was;
    }
    boolean here = entry.fields().is("area", area);
    return here ? new Seen(was.from(), days.day(at).toEpochDay()) : was;
  }

  @Override
  public Verdict verdict(Seen seen, long at) {
    LocalDate day = days.day(at);
    long due = due(day);
    boolean missing = at >= due && due >= seen.from() && seen.patrolled() != day.toEpochDay();
    return missing && days.isWorked(day) ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Seen seen, long at) {
    return due(days.day(at));
  }

  @Override
  public long changes(Seen seen, long at) {
    LocalDate day = days.day(at);
    return at < due(day) ? due(day) : days.begin(day.plusDays(1));
  }

  @Override
  public Evidence evidence(Seen seen, long at) {
    return Evidence.NONE;
  }

  private long due(LocalDate day) {
    return days.begin(day) + deadline;
  }
}
