package wuchang.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Evidence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** Small things that the tests of the store are made of. */
final class Samples {
  /** TimescaleDB drops by its own clock, and must not drop what a test has just written. */
  private static final Retention YEARS =
      new Retention(Duration.ofDays(7000), Duration.ofDays(7000), Duration.ofDays(7000));

  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private Samples() {}

  static DeviceId fridge(int number) {
    return DeviceId.of("fridge-" + number);
  }

  static Reading temperature(int fridge, Instant time, double value) {
    return Reading.of(fridge(fridge), Metric.TEMPERATURE, time, value);
  }

  static Placed placed(long position, Observation... observations) {
    return new Placed(position, Batch.of(Arrays.asList(observations), List.of()));
  }

  static Placed placed(long position, List<? extends Observation> observations) {
    return new Placed(position, Batch.of(List.copyOf(observations), List.of()));
  }

  static Placed refused(long position, Rejected... rejected) {
    return new Placed(position, Batch.of(List.of(), Arrays.asList(rejected)));
  }

  static Placed alerts(long position, AlertStep... steps) {
    return new Placed(position, Batch.ofAlerts(Arrays.asList(steps), List.of()));
  }

  /** A site «east» whose fridges are in the area. */
  static Site site(String area, int... fridges) {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    for (int number : fridges) {
      devices.put(fridge(number), device(fridge(number), area));
    }
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        800,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(),
        devices,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        YEARS);
  }

  /** A site that serves lunch every day in the window. */
  static Site serving(String window) {
    Site site = site("cold-room", 1);
    Meal lunch =
        new Meal(
            "lunch",
            DailyWindow.parse("08:30-11:00"),
            DailyWindow.parse(window),
            DailyWindow.parse("13:00-14:30"));
    return new Site(
        site.id(),
        site.name(),
        site.zone(),
        site.profile(),
        site.diners(),
        new SiteCalendar(List.of(lunch), site.calendar().night(), List.of(), Set.of()),
        site.people(),
        site.areas(),
        site.devices(),
        site.channels(),
        site.escalation(),
        site.rota(),
        site.rules(),
        site.retention());
  }

  static AlertStep step(AlertStep.Kind kind, AlertState state, Severity severity) {
    return new AlertStep(
        kind, NOON.plusSeconds(60), AlertStep.SYSTEM, "test", alert(state, severity));
  }

  static Alert alert(AlertState state, Severity severity) {
    boolean mine = state == AlertState.ACKNOWLEDGED;
    return new Alert(
        AlertId.of("FRG-01.fridge-1.20261101T120000Z"),
        RuleId.of("FRG-01"),
        fridge(1),
        AreaId.of("cold-room"),
        Principle.STANDARDISE,
        severity,
        state,
        NOON,
        NOON.plusSeconds(30),
        NOON.plusSeconds(31),
        Optional.empty(),
        mine ? Optional.of(NOON.plusSeconds(90)) : Optional.empty(),
        mine ? Optional.of(PersonId.of("p1")) : Optional.empty(),
        Optional.empty(),
        mine ? Optional.of(PersonId.of("p1")) : Optional.empty(),
        1,
        Evidence.NONE.with("value", 9.4, Unit.CELSIUS).with("since", NOON),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Device device(DeviceId id, String area) {
    return new Device(
        id,
        DeviceKind.FRIDGE,
        AreaId.of(area),
        Text.same(id.value()),
        Optional.of(Duration.ofMinutes(1)),
        Optional.empty(),
        Optional.empty(),
        Traits.NONE,
        List.of(),
        Map.of());
  }
}
