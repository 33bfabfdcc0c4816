package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.ChannelSilent;

/**
 * Several devices heard as one, beside the plainest way to find the same: all gaps of all signs.
 */
class EnsembleProperties {
  private static final int TRIES = 40;
  private static final long MINUTE = 60_000;
  private static final long TOLERATE = 10 * MINUTE;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final DeviceId GATEWAY = DeviceId.of("gw");
  private static final List<DeviceId> MEMBERS =
      List.of(GATEWAY, DeviceId.of("a"), DeviceId.of("b"), DeviceId.of("c"));

  @Property(tries = TRIES)
  void finds_every_gap_whatever_the_order_the_batches_and_the_ticks(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int batch) {
    List<Observation> signs = signs(new Random(seed));
    List<Observation> shuffled = new ArrayList<>(signs);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(live(shuffled, batch, false)).isEqualTo(gaps(signs));
    assertThat(live(signs, batch, true)).isEqualTo(gaps(signs));
  }

  @Property(tries = TRIES)
  void the_laboratory_finds_the_same(@ForAll long seed) {
    List<Observation> signs = signs(new Random(seed));
    Gathering gathering = new Gathering(rules(), Periods.NONE);
    signs.forEach(gathering::take);
    gathering.finish(end(signs));

    assertThat(plain(gathering.episodes())).isEqualTo(gaps(signs));
  }

  @Property(tries = TRIES)
  void a_restart_at_any_message_tells_nothing_twice(@ForAll long seed) {
    List<Observation> signs = signs(new Random(seed));
    List<Observation> before = signs.subList(0, new Random(seed).nextInt(signs.size()));
    RuleEngine first = new RuleEngine(List.of(rules()), START);
    before.forEach(sign -> first.take(List.of(sign), sign.time()));
    Instant now = before.isEmpty() ? START : before.get(before.size() - 1).time();

    RuleEngine second = new RuleEngine(List.of(), now, 1, Periods.NONE);
    assertThat(second.rebuild(rules(), before, List.of(), first.episodes(), Instant.MIN, now))
        .isEmpty();
    signs
        .subList(before.size(), signs.size())
        .forEach(sign -> second.take(List.of(sign), sign.time()));
    second.tick(end(signs).plusSeconds(2));

    assertThat(plain(second.episodes())).isEqualTo(gaps(signs));
  }

  @Property(tries = TRIES)
  void a_day_of_many_devices_takes_little_memory(@ForAll long seed) {
    Past past =
        new Past(
            new Track(
                    rules(),
                    new Cells().of(rules()),
                    new Scribe(GATEWAY, new EpisodeLog()),
                    List.of(),
                    new Ledger(rules(), Periods.NONE))
                .state(),
            8192,
            rules().ensemble());
    Random random = new Random(seed);
    long descending = random.nextBoolean() ? 1 : -1;
    for (int second = 0; second < 86_400; second += 7) {
      past.insert(sign(MEMBERS.get(random.nextInt(4)), 86_400_000L + descending * second * 1000L));
      past.thin();
    }

    assertThat(past.end()).isLessThan(2 * 86_400_000 / (TOLERATE / 2) + 3);
  }

  private static List<Observation> signs(Random random) {
    List<Observation> signs = new ArrayList<>();
    for (long at = 0; at < 600 * MINUTE; ) {
      signs.add(sign(MEMBERS.get(random.nextInt(MEMBERS.size())), at));
      at += random.nextInt(40) == 0 ? random.nextInt(30) * MINUTE : random.nextInt(70_000);
    }
    return signs;
  }

  private static Observation sign(DeviceId device, long offset) {
    return Reading.of(device, Metric.TEMPERATURE, START.plusMillis(offset), 4);
  }

  private static Instant end(List<Observation> signs) {
    return signs.get(signs.size() - 1).time().plusSeconds(900);
  }

  private static List<String> gaps(List<Observation> signs) {
    TreeSet<Instant> times = new TreeSet<>();
    signs.forEach(sign -> times.add(sign.time()));
    List<String> gaps = new ArrayList<>();
    Instant last = START;
    for (Instant next : times) {
      if (!last.plusMillis(TOLERATE).isAfter(next)) {
        gaps.add(last + " " + last.plusMillis(TOLERATE) + " " + Optional.of(next));
      }
      last = next;
    }
    gaps.add(last + " " + last.plusMillis(TOLERATE) + " " + Optional.empty());
    return gaps;
  }

  private static List<String> live(List<Observation> arrivals, int batch, boolean ticks) {
    RuleEngine engine = new RuleEngine(List.of(rules()), START);
    Instant end = end(arrivals.stream().sorted(Past.ORDER).toList());
    for (int i = 0; i < arrivals.size(); i += batch) {
      List<Observation> some = arrivals.subList(i, Math.min(i + batch, arrivals.size()));
      Instant now = ticks ? some.get(some.size() - 1).time() : end;
      engine.take(some, now);
      if (ticks) {
        engine.tick(now);
      }
    }
    engine.tick(end.plusSeconds(60));
    return plain(engine.episodes());
  }

  private static List<String> plain(List<Episode> episodes) {
    return episodes.stream()
        .sorted(java.util.Comparator.comparing(Episode::since))
        .map(e -> e.since() + " " + e.raisedAt() + " " + e.until())
        .toList();
  }

  private static DeviceRules rules() {
    Tier<?> tier = new Tier<>(Severity.CRITICAL, new ChannelSilent(3, true), new Hold(TOLERATE, 0));
    return new DeviceRules(
        GATEWAY,
        List.of(new Rule(RuleId.of("SYS-01"), List.of(tier), Optional.empty())),
        TOLERATE,
        Double.POSITIVE_INFINITY,
        START.toEpochMilli(),
        Optional.of(new Ensemble(GATEWAY, Set.copyOf(MEMBERS), TOLERATE / 2)));
  }
}
