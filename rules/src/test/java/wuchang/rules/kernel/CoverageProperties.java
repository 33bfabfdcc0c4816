package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** The sums of evidence, beside the plainest way to get them: to ask four times a second. */
class CoverageProperties {
  /** Short enough that a history has several, and no two borders alike. */
  private static final long PERIOD = 37 * 60_000;

  private static final long STEP_MILLIS = 250;

  @Property(tries = 6)
  void sums_are_what_asking_again_and_again_gives(@ForAll long seed) {
    Histories history = whole(Histories.of(seed));

    assertThat(differences(course(history), asking(history))).isEmpty();
  }

  @Property(tries = 20)
  void late_data_batches_and_ticks_end_in_the_same_sums(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int batch) {
    Histories history = whole(Histories.of(seed));
    List<Observation> shuffled = new ArrayList<>(history.observations());
    Collections.shuffle(shuffled, new Random(seed));

    Map<String, String> sums = course(history);
    assertThat(differences(live(history, shuffled, batch, false), sums)).isEmpty();
    assertThat(differences(live(history, history.observations(), batch, true), sums)).isEmpty();
  }

  /** The first few that are not the same. */
  private static List<String> differences(Map<String, String> is, Map<String, String> wanted) {
    Set<String> keys = new TreeSet<>(is.keySet());
    keys.addAll(wanted.keySet());
    return keys.stream()
        .filter(
            key ->
                !is.containsKey(key)
                    || !wanted.containsKey(key)
                    || differs(is.get(key), wanted.get(key)))
        .map(key -> key + ": " + is.get(key) + ", wanted " + wanted.get(key))
        .limit(5)
        .toList();
  }

  /**
   * By more than a second: what is learned may end between two instants asked at, several times.
   */
  private static boolean differs(String is, String wanted) {
    String[] a = is.split(" ");
    String[] b = wanted.split(" ");
    return IntStream.range(0, 3)
        .anyMatch(i -> Math.abs(Long.parseLong(a[i]) - Long.parseLong(b[i])) > 1_000);
  }

  private static Map<String, String> course(Histories history) {
    Map<String, String> sums = new TreeMap<>();
    for (DeviceRules rules : history.rules()) {
      Course course = new Course(rules, new Slots());
      history.observations().stream()
          .filter(o -> o.device().equals(rules.device()))
          .forEach(course::take);
      course.finish(end(history));
      course.coverage(end(history)).forEach(row -> put(row, sums));
    }
    return sums;
  }

  private static Map<String, String> live(
      Histories history, List<Observation> arrivals, int batch, boolean ticks) {
    Map<String, String> sums = new TreeMap<>();
    RuleEngine engine = new RuleEngine(history.rules(), history.start(), 3, new Slots());
    for (int i = 0; i < arrivals.size(); i += batch) {
      List<Observation> some = arrivals.subList(i, Math.min(i + batch, arrivals.size()));
      Instant now = ticks ? some.get(some.size() - 1).time() : history.end();
      engine.take(some, now);
      if (ticks) {
        engine.tick(now);
      }
      engine.coverage().forEach(row -> put(row, sums));
    }
    engine.tick(history.end().plusSeconds(60));
    engine.tick(history.end().plusSeconds(62));
    engine.coverage().forEach(row -> put(row, sums));
    engine.running(history.end().plusSeconds(62)).forEach(row -> put(row, sums));
    return sums;
  }

  /** To where the engine has judged after its last tick. */
  private static Instant end(Histories history) {
    return history.end().plusSeconds(60);
  }

  private static Map<String, String> asking(Histories history) {
    Map<String, String> sums = new TreeMap<>();
    long start = history.start().toEpochMilli();
    long end = end(history).toEpochMilli();
    for (DeviceRules rules : history.rules()) {
      List<Observation> said =
          history.observations().stream().filter(o -> o.device().equals(rules.device())).toList();
      long[][][] counted = new long[rules.rules().size()][(int) ((end - start) / PERIOD) + 1][3];
      Track track =
          new Track(
              rules,
              new Cells().of(rules),
              new Scribe(rules.device(), new EpisodeLog()),
              List.of(),
              new Ledger(rules, Periods.NONE));
      int next = 0;
      for (long at = start; at < end; at += STEP_MILLIS) {
        track.advance(at);
        List<Observation> instant = new ArrayList<>();
        for (; next < said.size() && said.get(next).time().toEpochMilli() == at; next++) {
          instant.add(said.get(next));
        }
        if (!instant.isEmpty()) {
          instant.sort(Past.ORDER);
          track.take(instant);
        }
        for (int rule = 0; rule < counted.length; rule++) {
          EvidenceState state = counted(track, rule, at);
          counted[rule][(int) ((at - start) / PERIOD)][state.ordinal()] += STEP_MILLIS;
        }
      }
      for (int rule = 0; rule < counted.length; rule++) {
        for (int slot = 0; slot < counted[rule].length; slot++) {
          long[] of = counted[rule][slot];
          String key =
              rules.device() + " " + rules.rules().get(rule).id() + " " + Slots.day(start, slot);
          sums.put(
              key,
              of[EvidenceState.COMPLIANT.ordinal()]
                  + " "
                  + of[EvidenceState.BREACH.ordinal()]
                  + " "
                  + of[EvidenceState.UNPROVEN.ordinal()]);
        }
      }
    }
    return sums;
  }

  /** What is broken is not counted as such while nothing is heard that it could be seen by. */
  private static EvidenceState counted(Track track, int rule, long at) {
    boolean blind =
        IntStream.range(0, track.cells().length)
            .filter(i -> track.cells()[i].rule() == rule)
            .allMatch(i -> track.verdict(i, at) == Verdict.UNKNOWN);
    return blind ? EvidenceState.UNPROVEN : track.evidence(rule, at);
  }

  private static void put(Coverage row, Map<String, String> into) {
    into.put(
        row.device() + " " + row.rule() + " " + row.period().day(),
        row.compliant().toMillis()
            + " "
            + row.breach().toMillis()
            + " "
            + row.unproven().toMillis());
  }

  /** Cut to whole seconds, so that who asks misses none; one of each identity. */
  private static Histories whole(Histories history) {
    Map<String, Observation> cut = new TreeMap<>();
    for (Observation o : history.observations()) {
      Instant at = o.time().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
      Observation whole =
          o instanceof Reading r
              ? new Reading(r.device(), r.metric(), at, r.value(), r.flaw(), r.provenance(), at)
              : GateEvent.of(o.device(), at, ((GateEvent) o).what());
      String what =
          whole instanceof Reading r ? r.metric().name() : ((GateEvent) whole).what().word();
      cut.putIfAbsent(at + " " + o.device() + " " + what, whole);
    }
    return new Histories(history.start(), history.rules(), new ArrayList<>(cut.values()));
  }

  /**
   * Periods of a length, from the start of histories on; each has a date of its own as its name.
   */
  private static final class Slots implements Periods {
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    static LocalDate day(long start, long slot) {
      return LocalDate.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC).plusDays(slot);
    }

    @Override
    public long nextBorder(long after) {
      return START + (Math.floorDiv(after - START, PERIOD) + 1) * PERIOD;
    }

    @Override
    public List<Span> touching(long from, long to) {
      List<Span> spans = new ArrayList<>();
      for (long slot = Math.floorDiv(from - START, PERIOD) - 1;
          START + slot * PERIOD <= to;
          slot++) {
        long begin = START + slot * PERIOD;
        if (begin + PERIOD >= from) {
          spans.add(new Span(Coverage.Period.of(day(START, slot)), begin, begin + PERIOD));
        }
      }
      return spans;
    }
  }
}
