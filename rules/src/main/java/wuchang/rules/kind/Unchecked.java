package wuchang.rules.kind;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.schedule.ServiceDays;

/**
 * Somebody of the staff comes to where food is for the first time on a service day, and was not
 * checked in the hours before (晨检). A check that finds somebody ill is none. It is over when the
 * check is made up for. Who was checked at another gate on the same day has come by that one first.
 *
 * @param before for how long a check is good, in milliseconds, both ends included
 * @param lasts for how long it stands, in milliseconds
 */
public record Unchecked(Roll roll, Access access, ServiceDays days, long before, long lasts)
    implements Incidental<Unchecked.Seen> {
  /** When somebody was checked last, and whether at another gate. */
  public record Check(long at, boolean elsewhere) {}

  /**
   * What is known.
   *
   * @param entered by person, the last day of an entry
   */
  public record Seen(Incident incident, Map<String, Check> checks, Map<String, Long> entered) {
    public Seen {
      checks = Map.copyOf(checks);
      entered = Map.copyOf(entered);
    }
  }

  @Override
  public Incident incident(Seen seen) {
    return seen.incident();
  }

  @Override
  public Seen blank(long from) {
    return new Seen(Incident.NONE, Map.of(), Map.of());
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.MORNING_CHECK;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    if (observation instanceof BookEntry entry) {
      return checked(was, entry);
    }
    if (!Roll.isEntry(observation)) {
      return was;
    }
    return roll.who((GateEvent) observation)
        .map(member -> entered(was, member.id(), observation.time().toEpochMilli()))
        .orElse(was);
  }

  private Seen checked(Seen was, BookEntry entry) {
    String person = entry.fields().text("person").orElse(entry.who());
    if (!roll.members().containsKey(person) || !entry.fields().flag("healthy").orElse(true)) {
      return was;
    }
    Map<String, Check> checks = new HashMap<>(was.checks());
    boolean elsewhere = entry.about().filter(d -> !d.value().equals(access.gate())).isPresent();
    checks.put(person, new Check(entry.time().toEpochMilli(), elsewhere));
    boolean madeUp = was.incident().who().equals(person) && was.incident().count() == 1;
    return new Seen(madeUp ? Incident.NONE : was.incident(), checks, was.entered());
  }

  private Seen entered(Seen was, String person, long at) {
    LocalDate day = days.day(at);
    if (was.entered().getOrDefault(person, Long.MIN_VALUE) == day.toEpochDay()) {
      return was;
    }
    Map<String, Long> entered = new HashMap<>(was.entered());
    entered.put(person, day.toEpochDay());
    boolean wrong = days.isWorked(day) && !isGood(was.checks().get(person), day, at);
    Incident incident = wrong ? was.incident().again(at, person, lasts) : was.incident();
    return new Seen(incident, was.checks(), entered);
  }

  private boolean isGood(@org.jspecify.annotations.Nullable Check check, LocalDate day, long at) {
    return check != null
        && (at - check.at() <= before || check.elsewhere() && days.day(check.at()).equals(day));
  }
}
