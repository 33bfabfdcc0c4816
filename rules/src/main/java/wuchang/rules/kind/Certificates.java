package wuchang.rules.kind;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.schedule.ServiceDays;

/**
 * Somebody of the staff comes to where food is, and the health certificate is missing, has run out,
 * or will within a while. Told at the first entry of a day; of one that is still valid, of a week.
 * It is valid to the end of its last day. Where the site keeps no certificates nobody lacks one.
 *
 * @param within how long before its end, in milliseconds; 0: when it has run out
 * @param lasts for how long it stands, in milliseconds
 */
public record Certificates(Roll roll, ServiceDays days, long within, long lasts)
    implements Incidental<Certificates.Seen> {
  /**
   * What is known.
   *
   * @param renewed by person, the end of a certificate that a record has brought
   * @param told by person, in which day or week it was told last
   */
  public record Seen(
      Incident incident, long ends, Map<String, Long> renewed, Map<String, Long> told) {
    public Seen {
      renewed = Map.copyOf(renewed);
      told = Map.copyOf(told);
    }
  }

  @Override
  public Incident incident(Seen seen) {
    return seen.incident();
  }

  @Override
  public Seen blank(long from) {
    return new Seen(Incident.NONE, Roll.NONE, Map.of(), Map.of());
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.TRAINING;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    if (observation instanceof BookEntry entry) {
      return renewed(was, entry);
    }
    if (!Roll.isEntry(observation)) {
      return was;
    }
    return roll.who((GateEvent) observation)
        .map(member -> entered(was, member, observation.time().toEpochMilli()))
        .orElse(was);
  }

  private Seen entered(Seen was, Roll.Member member, long at) {
    long ends = was.renewed().getOrDefault(member.id(), member.certificateEnds());
    boolean kept = roll.keepsCertificates() || !was.renewed().isEmpty();
    boolean wrong = ends == Roll.NONE ? kept && within == 0 : at >= ends - within;
    long period = period(at);
    if (!wrong || was.told().getOrDefault(member.id(), Long.MIN_VALUE) == period) {
      return was;
    }
    Map<String, Long> told = new HashMap<>(was.told());
    told.put(member.id(), period);
    boolean first = !was.incident().stands(at, lasts);
    Incident incident = was.incident().again(at, member.id(), lasts);
    return new Seen(incident, first ? ends : was.ends(), was.renewed(), told);
  }

  private Seen renewed(Seen was, BookEntry entry) {
    var person = entry.fields().text("person");
    var until = entry.fields().date("health-certificate");
    if (person.isEmpty() || until.isEmpty()) {
      return was;
    }
    Map<String, Long> renewed = new HashMap<>(was.renewed());
    renewed.put(person.get(), days.begin(until.get().plusDays(1)));
    return new Seen(was.incident(), was.ends(), renewed, was.told());
  }

  private long period(long at) {
    LocalDate day = days.day(at);
    LocalDate from =
        within == 0 ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return from.toEpochDay();
  }

  @Override
  public Evidence evidence(Seen seen, long at) {
    Evidence evidence = seen.incident().evidence();
    return seen.ends() == Roll.NONE
        ? evidence
        : evidence.with("expires", Instant.ofEpochMilli(seen.ends()));
  }
}
