package wuchang.rules.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.rules.cycle.CycleProfile;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kind.Access;
import wuchang.rules.kind.BadSamples;
import wuchang.rules.kind.Band;
import wuchang.rules.kind.Cooling;
import wuchang.rules.kind.EndedCycle;
import wuchang.rules.kind.Exposure;
import wuchang.rules.kind.ForcedOpen;
import wuchang.rules.kind.HeldOpen;
import wuchang.rules.kind.Product;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Silent;
import wuchang.rules.kind.StoredTooLong;
import wuchang.rules.kind.Stuck;
import wuchang.rules.kind.Threshold;
import wuchang.rules.kind.Trend;

/**
 * A random history of three devices under one rule of every kind: gaps, spikes, bad values, doors.
 */
record Histories(Instant start, List<DeviceRules> rules, List<Observation> observations) {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final long MINUTE = 60_000;
  private static final long GAP = 10 * MINUTE;
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

  static Histories of(long seed) {
    Random random = new Random(seed);
    List<DeviceRules> rules = new ArrayList<>();
    List<Observation> all = new ArrayList<>();
    for (int d = 0; d < 3; d++) {
      DeviceId device = EngineProperties.device(d);
      rules.add(rules(device, START, 5));
      temperatures(device, random, all);
      doors(device, random, all);
    }
    all.sort(Comparator.comparing(Observation::time).thenComparing(Observation::device));
    return new Histories(START, rules, all);
  }

  Instant end() {
    return observations.get(observations.size() - 1).time().plusSeconds(600);
  }

  Histories tolerating(int minutes) {
    return new Histories(
        start, rules.stream().map(r -> rules(r.device(), start, minutes)).toList(), observations);
  }

  Histories shifted(Duration by) {
    List<Observation> moved = new ArrayList<>();
    for (Observation o : observations) {
      Instant at = o.time().plus(by);
      moved.add(
          o instanceof Reading r
              ? new Reading(r.device(), r.metric(), at, r.value(), r.flaw(), r.provenance(), at)
              : GateEvent.of(o.device(), at, ((GateEvent) o).what()));
    }
    Instant from = start.plus(by);
    return new Histories(from, rules.stream().map(r -> rules(r.device(), from, 5)).toList(), moved);
  }

  static String shiftTimes(String line, Duration by) {
    return TIME.matcher(line).replaceAll(m -> Instant.parse(m.group()).plus(by).toString());
  }

  private static void temperatures(DeviceId device, Random random, List<Observation> all) {
    double value = 4;
    for (int i = 0; i < 240; i++) {
      value += random.nextGaussian() * 1.5 + (value > 14 ? -1 : 0) + (value < 2 ? 1 : 0);
      if (random.nextInt(60) == 0) {
        i += random.nextInt(40);
      }
      Flaw flaw = random.nextInt(25) == 0 ? Flaw.SENTINEL : Flaw.NONE;
      Instant at = START.plusMillis(i * MINUTE + random.nextInt(3) * 1000L);
      double rounded = Math.round(value * 10) / 10.0;
      all.add(new Reading(device, Metric.TEMPERATURE, at, rounded, flaw, Provenance.LIVE, at));
      all.add(Reading.of(device, Metric.DOOR_OPEN, at, random.nextInt(6) == 0 ? 1 : 0));
    }
  }

  private static void doors(DeviceId device, Random random, List<Observation> all) {
    GateEvent.What[] whats = GateEvent.What.values();
    for (int i = 0; i < 60; i++) {
      Instant at = START.plusMillis((long) (random.nextDouble() * 240 * MINUTE));
      all.add(GateEvent.of(device, at, whats[random.nextInt(whats.length)]));
    }
  }

  private static DeviceRules rules(DeviceId device, Instant from, int tolerateMinutes) {
    Threshold<Product.Estimate> warm =
        new Threshold<>(new Product(Metric.TEMPERATURE, 10 * MINUTE), true, 8, 7.5);
    Threshold<Double> hot = new Threshold<>(new Raw(Metric.TEMPERATURE), true, 12, 10);
    Raw air = new Raw(Metric.TEMPERATURE);
    InUse<Double> used = new InUse<>(hot, Optional.of(Metric.DOOR_OPEN), 5 * MINUTE, new Never());
    List<Rule> rules =
        List.of(
            rule(
                "WARM",
                tier(Severity.WARNING, warm, tolerateMinutes, 3),
                tier(Severity.MAJOR, hot, tolerateMinutes, 0)),
            rule(
                "COLD",
                tier(
                    Severity.NOTICE,
                    new Threshold<>(new Raw(Metric.TEMPERATURE), false, 2, 3),
                    0,
                    0)),
            rule("LENIENT", lenient(hot, tolerateMinutes)),
            rule(
                "DOOR",
                tier(
                    Severity.WARNING,
                    new Threshold<>(new Raw(Metric.DOOR_OPEN), true, 0.5, 0.5),
                    2,
                    1)),
            rule(
                "SILENT",
                tier(Severity.WARNING, new Silent(), 15, 0),
                tier(Severity.MAJOR, new Silent(), 25, 0)),
            rule("EXPOSED", tier(Severity.MAJOR, exposure(20), 0, 0), critical(exposure(40))),
            rule(
                "STUCK",
                tier(Severity.WARNING, new Stuck(Metric.DOOR_OPEN, 20 * MINUTE, 5, 1, GAP), 0, 0)),
            rule("RISING", tier(Severity.WARNING, new Trend(2, 0.5, 12, 20 * MINUTE), 0, 0)),
            rule("BAND", tier(Severity.MAJOR, new Band<>(air, 2, 9, 0.5), tolerateMinutes, 1)),
            rule(
                "DEFROST",
                tier(Severity.WARNING, new DefrostHealth(9 * MINUTE, 1, 90 * MINUTE, GAP), 0, 0)),
            rule(
                "COOLING",
                tier(Severity.MAJOR, new Cooling("one", 12, 9, 5, 9 * MINUTE, 9 * MINUTE), 0, 0)),
            rule(
                "CYCLE",
                tier(
                    Severity.MAJOR,
                    new EndedCycle(cycles(), Set.of(Reason.values()), false),
                    0,
                    3)),
            rule(
                "OPENED",
                tier(
                    Severity.WARNING,
                    new EndedCycle(cycles(), Set.of(Reason.INTERRUPTED), true),
                    0,
                    0)),
            rule("STORED", tier(Severity.WARNING, new StoredTooLong(cycles(), 20 * MINUTE), 2, 0)),
            rule("USED", tier(Severity.WARNING, used, tolerateMinutes, 0)),
            rule("BAD", tier(Severity.WARNING, new BadSamples(3, 30 * MINUTE), 0, 0)),
            rule(
                "HELD",
                tier(
                    Severity.WARNING,
                    new HeldOpen(new Access("one", "kitchen"), 10 * MINUTE),
                    1,
                    0)),
            rule("FORCED", tier(Severity.CRITICAL, new ForcedOpen(5000, 10 * MINUTE), 0, 0)));
    return new DeviceRules(device, rules, GAP, 10, from.toEpochMilli());
  }

  /** Cycles as short as the random walk's. */
  private static Recogniser cycles() {
    return new Recogniser(
        new CycleProfile(
            CycleProfile.Means.HEAT,
            8,
            2 * MINUTE,
            5,
            2,
            1.5,
            Double.POSITIVE_INFINITY,
            5000,
            10 * MINUTE,
            2 * MINUTE));
  }

  private static Rule rule(String id, Tier<?>... tiers) {
    return new Rule(RuleId.of(id), List.of(tiers), Optional.empty());
  }

  private static Exposure<Double> exposure(int minutes) {
    Raw air = new Raw(Metric.TEMPERATURE);
    return new Exposure<>(air, 6, 60, minutes * MINUTE, 15 * MINUTE, GAP);
  }

  private static Tier<?> critical(Kind<?> kind) {
    return tier(Severity.CRITICAL, kind, 0, 0);
  }

  /** No time of the clock, so that moving all times moves nothing else. */
  private record Never() implements Schedule {
    @Override
    public boolean contains(long at) {
      return false;
    }

    @Override
    public long nextChange(long after) {
      return Kind.NEVER;
    }
  }

  private static Tier<?> lenient(Kind<?> kind, int tolerate) {
    return new Tier<>(
        Severity.MAJOR,
        kind,
        new Hold(tolerate * MINUTE, MINUTE),
        new Leniency(true, 45 * MINUTE, true, 20));
  }

  private static Tier<?> tier(Severity severity, Kind<?> kind, int tolerate, int settle) {
    return new Tier<>(severity, kind, new Hold(tolerate * MINUTE, settle * MINUTE));
  }
}
