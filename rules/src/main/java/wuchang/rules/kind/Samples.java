package wuchang.rules.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.ServiceDays;
import wuchang.rules.schedule.ServiceDays.Sitting;

/**
 * Samples of meals (留样): none is kept of a meal that is being served, one is too small, or one was
 * thrown away too early. That one is missing is wrong from the meal's start on, the others at once.
 *
 * <p>A fridge in which samples were kept of late is judged on those alone; of a site that does not
 * say in which, or keeps them in another, the first fridge is judged on all.
 *
 * @param first whether it is the first sample fridge of the site
 * @param least the smallest weight in g
 * @param keep for how long one is kept, in milliseconds
 * @param lasts for how long any of it stands, in milliseconds
 */
public record Samples(
    String fridge, boolean first, ServiceDays days, double least, long keep, long lasts)
    implements Kind<Samples.Kept> {
  private static final long REMEMBERED = 5 * 86_400_000L;
  private static final int MOST = 400;

  /** A sample that was taken; {@code number} is its own, if it has one. */
  public record Sample(
      String record, String number, String meal, LocalDate day, long at, boolean own) {}

  /**
   * What is known.
   *
   * @param from since when anything is known
   * @param cancelled days and meals that were not served
   * @param small what was too little or too early, and the record that shows it
   */
  public record Kept(
      long from,
      List<Sample> samples,
      Set<String> cancelled,
      Incident small,
      String shownBy,
      String why) {
    public Kept {
      samples = List.copyOf(samples);
      cancelled = Set.copyOf(cancelled);
    }
  }

  @Override
  public Kept blank(long from) {
    return new Kept(from, List.of(), Set.of(), Incident.NONE, "", "");
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.TEMPERATURE;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.SAMPLE || kind == RecordKind.MEAL_CANCELLED;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Kept remember(Kept was, Observation observation) {
    long at = observation.time().toEpochMilli();
    if (!(observation instanceof BookEntry entry)) {
      return at < was.from()
          ? new Kept(at, was.samples(), was.cancelled(), was.small(), was.shownBy(), was.why())
          : was;
    }
    if (entry.kind() == RecordKind.MEAL_CANCELLED) {
      return cancelled(was, entry, at);
    }
    return entry.fields().is("action", "removed") ? removed(was, entry, at) : taken(was, entry, at);
  }

  private Kept cancelled(Kept was, BookEntry entry, long at) {
    LocalDate day = entry.fields().date("day").orElse(days.day(at));
    Set<String> cancelled = new HashSet<>(was.cancelled());
    cancelled.removeIf(known -> LocalDate.parse(known.substring(0, 10)).isBefore(day.minusDays(9)));
    cancelled.add(day + " " + entry.fields().text("meal").orElse(""));
    return new Kept(was.from(), was.samples(), cancelled, was.small(), was.shownBy(), was.why());
  }

  private Kept taken(Kept was, BookEntry entry, long at) {
    String id = entry.id().value();
    List<Sample> samples = new ArrayList<>(was.samples());
    samples.removeIf(s -> s.at() + REMEMBERED < at || s.record().equals(id));
    samples.add(
        new Sample(
            id,
            entry.fields().text("sample").orElse(id),
            entry.fields().text("meal").orElse(""),
            days.day(at),
            at,
            entry.fields().is("device", fridge)));
    samples = samples.subList(Math.max(0, samples.size() - MOST), samples.size());
    boolean small = isMine(entry) && entry.fields().number("grams").orElse(least) < least;
    if (small) {
      Incident incident = was.small().again(at, entry.who(), lasts);
      return new Kept(was.from(), samples, was.cancelled(), incident, id, "too_little");
    }
    boolean corrected = was.shownBy().equals(id) && was.small().count() == 1;
    Incident incident = corrected ? Incident.NONE : was.small();
    return new Kept(was.from(), samples, was.cancelled(), incident, was.shownBy(), was.why());
  }

  private Kept removed(Kept was, BookEntry entry, long at) {
    String number = entry.fields().text("sample").orElse("");
    Optional<Sample> sample =
        was.samples().stream().filter(s -> s.number().equals(number)).findFirst();
    if (!isMine(entry) || sample.filter(s -> at - s.at() < keep).isEmpty()) {
      return was;
    }
    Incident incident = was.small().again(at, entry.who(), lasts);
    return new Kept(
        was.from(), was.samples(), was.cancelled(), incident, entry.id().value(), "removed_early");
  }

  /** About this fridge, or about none and this is the first. */
  private boolean isMine(BookEntry entry) {
    return entry.fields().text("device").map(fridge::equals).orElse(first);
  }

  @Override
  public Verdict verdict(Kept kept, long at) {
    if (kept.small().stands(at, lasts)) {
      return Verdict.CERTAIN;
    }
    return missing(kept, at).isPresent() ? Verdict.WRONG : Verdict.RIGHT;
  }

  @Override
  public long since(Kept kept, long at) {
    return kept.small().stands(at, lasts)
        ? kept.small().since()
        : missing(kept, at).orElseThrow().begins();
  }

  @Override
  public long changes(Kept kept, long at) {
    long next = days.begin(days.day(at).plusDays(1));
    for (Sitting sitting : days.sittings(days.day(at))) {
      for (long edge : new long[] {sitting.begins(), sitting.begins() - 1, end(sitting)}) {
        next = edge > at ? Math.min(next, edge) : next;
      }
    }
    return Math.min(next, kept.small().over(at, lasts));
  }

  @Override
  public Evidence evidence(Kept kept, long at) {
    if (kept.small().stands(at, lasts)) {
      return kept.small().evidence().with("why", kept.why());
    }
    Evidence evidence = Evidence.NONE.with("why", "missing");
    return missing(kept, at).map(s -> evidence.with("meal", s.meal())).orElse(evidence);
  }

  /** The meal that is being served and of which no sample is kept. */
  private Optional<Sitting> missing(Kept kept, long at) {
    boolean own = kept.samples().stream().anyMatch(s -> s.own() && s.at() + REMEMBERED > at);
    if (!own && !first) {
      return Optional.empty();
    }
    List<Sitting> sittings = days.sittings(days.day(at));
    return sittings.stream()
        .filter(s -> s.begins() >= kept.from() && at >= s.begins() && at < end(s))
        .filter(s -> sittings.stream().noneMatch(next -> isBetween(s, next, at)))
        .filter(s -> !kept.cancelled().contains(s.day() + " " + s.meal()))
        .filter(s -> kept.samples().stream().noneMatch(k -> (k.own() || !own) && isOf(k, s)))
        .findFirst();
  }

  /** The instant before the next meal parts what is missing of one from that of the next. */
  private static boolean isBetween(Sitting sitting, Sitting next, long at) {
    return next.begins() > sitting.begins() && at >= next.begins() - 1;
  }

  private long end(Sitting sitting) {
    return sitting.begins() + lasts;
  }

  private boolean isOf(Sample sample, Sitting sitting) {
    return sample.meal().isEmpty()
        ? sample.at() >= sitting.prepared() && sample.at() < end(sitting)
        : sample.meal().equals(sitting.meal()) && sample.day().equals(sitting.day());
  }
}
