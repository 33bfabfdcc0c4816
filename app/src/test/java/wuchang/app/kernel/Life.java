package wuchang.app.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;

/**
 * A random life of one device of some kind and of three others, all behind one gateway: everything
 * that the rules of the kind look at, with excursions, gaps, doors, bad values and repeated ones.
 */
record Life(Site site, Instant start, List<Observation> said) {
  /** A Monday, in a zone without summer time, so that weeks are all alike. */
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private static final int SAMPLES = 300;
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Map<DeviceKind, String> TRAITS =
      Map.of(
          DeviceKind.FRIDGE, ", defrost: {times: [\"03:00\"], longest: 40m}, rated-power: 300 W",
          DeviceKind.ELECTRICITY_METER, ", rated-current: 63 A, phases: 3",
          DeviceKind.WATER_METER, ", max-flow: 6 m³/h, resolution: 1 L",
          DeviceKind.DISINFECTION_CABINET, ", method: infrared, rated-power: 3 kW, plan: [lunch]",
          DeviceKind.DISHWASHER, ", method: hot-water, plan: [lunch]",
          DeviceKind.ACCESS_GATE, ", allowed: [\"mon-fri 05:30-20:00\"], hold: 60s");

  /** Every kind of device in turn, so that all are met in any row of seeds. */
  static Life of(int number) {
    Random random = new Random(number * 7919L);
    DeviceKind kind = DeviceKind.values()[number % DeviceKind.values().length];
    int step = new int[] {1, 2, 10}[random.nextInt(3)];
    Site site = site(kind, step, 0);
    List<Observation> said = new ArrayList<>();
    for (Device device : site.devices().values()) {
      speak(device, step, random, site, said);
    }
    said.sort(Comparator.comparing(Observation::time).thenComparing(Observation::device));
    return new Life(site, MONDAY, said);
  }

  /** The same, so many weeks later. */
  Life later(int weeks) {
    Duration by = Duration.ofDays(7L * weeks);
    List<Observation> moved = new ArrayList<>();
    said.forEach(o -> moved.add(moved(o, by)));
    Device one = site.devices().values().iterator().next();
    int step =
        (int) site.device(DeviceId.of("a")).orElseThrow().interval().orElseThrow().toMinutes();
    return new Life(site(one.kind(), step, weeks), start.plus(by), moved);
  }

  Life over(Site other) {
    return new Life(other, start, said);
  }

  Instant end() {
    return said.get(said.size() - 1).time().plusSeconds(600);
  }

  RulesInForce inForce() {
    return new RulesInForce(CATALOGUE, site);
  }

  List<DeviceRules> rules() {
    return inForce().devices(start);
  }

  private static Site site(DeviceKind kind, int step, int weeks) {
    LocalDate calibrated = LocalDate.of(2025, 4, 3).plusWeeks(weeks);
    String yaml =
        """
        site: {id: lab, profile: CN, timezone: Asia/Shanghai}
        calendar:
          meals:
            - {id: lunch, days: mon-fri, prep: "08:30-11:00", service: "11:00-13:00", cleaning: "13:00-14:30"}
          night: "22:00-05:00"
        areas: [{id: kitchen, food: true}]
        devices:
          - {id: one, kind: %s, area: kitchen%s%s%s%s}
          - {id: gw, kind: gateway, area: kitchen}
          - {id: a, kind: fridge, area: kitchen, interval: %dm, gateway: gw}
          - {id: b, kind: fridge, area: kitchen, interval: %dm, gateway: gw}
          - {id: c, kind: freezer, area: kitchen, interval: %dm, gateway: gw}
        """
            .formatted(
                kind.word(),
                kind == DeviceKind.ACCESS_GATE ? "" : ", interval: " + step + "m",
                kind == DeviceKind.GATEWAY ? "" : ", gateway: gw",
                kind == DeviceKind.FRIDGE ? ", calibrated: " + calibrated : "",
                TRAITS.getOrDefault(kind, ""),
                step,
                step,
                step);
    return new ConfigReader(new CatalogueVocabulary(CATALOGUE), name -> Optional.empty())
        .read("lab", Path.of("").toAbsolutePath(), yaml.getBytes(StandardCharsets.UTF_8))
        .match(
            valid -> valid.config().site(),
            invalid -> {
              throw new IllegalStateException(invalid.faults().toString());
            });
  }

  private static void speak(
      Device device, int step, Random random, Site site, List<Observation> into) {
    DeviceRules rules = new RulesInForce(CATALOGUE, site).device(device, MONDAY);
    Predicate<Metric> wanted =
        metric ->
            device.kind().metrics().contains(metric)
                || rules.rules().stream()
                    .flatMap(rule -> rule.tiers().stream())
                    .anyMatch(
                        tier ->
                            tier.kind().wants(metric)
                                && !tier.kind().wants(Metric.of("unheard_of")));
    boolean few = !device.id().value().equals("one");
    for (Metric metric : Metric.known().stream().filter(wanted).toList()) {
      if (!few || metric.equals(Metric.TEMPERATURE)) {
        into.addAll(series(device, metric, step, random));
      }
    }
    if (device.kind() == DeviceKind.ACCESS_GATE) {
      for (int i = 0; i < 80; i++) {
        GateEvent.What[] whats = GateEvent.What.values();
        long at = (long) (random.nextDouble() * SAMPLES * step * 60_000);
        into.add(
            GateEvent.of(device.id(), MONDAY.plusMillis(at), whats[random.nextInt(whats.length)]));
      }
    }
  }

  private static List<Observation> series(Device device, Metric metric, int step, Random random) {
    Values values = new Values(device.kind(), metric, random);
    List<Observation> series = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      i += random.nextInt(90) == 0 ? random.nextInt(25) : 0;
      Instant at = MONDAY.plusMillis(i * step * 60_000L + random.nextInt(3) * 1000L);
      double value = values.next();
      Flaw flaw = random.nextInt(40) == 0 ? Flaw.SENTINEL : Flaw.NONE;
      if (!device.kind().plausible(metric).contains(value)) {
        flaw = Flaw.OUT_OF_RANGE;
      }
      series.add(new Reading(device.id(), metric, at, value, flaw, Provenance.LIVE, at));
    }
    return series;
  }

  private static Observation moved(Observation o, Duration by) {
    Instant at = o.time().plus(by);
    DeviceId device = o.device();
    return o instanceof Reading r
        ? new Reading(device, r.metric(), at, r.value(), r.flaw(), r.provenance(), at)
        : GateEvent.of(device, at, ((GateEvent) o).what());
  }
}
