package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Retention;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A site with one fridge in a cold room, what it says, and what was told of it. */
final class ColdRoom {
  static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private ColdRoom() {}

  static Instant at(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  static Batch batch(int from, int to, double value) {
    return Batch.of(readings(from, to, value), List.of());
  }

  static List<Observation> readings(int from, int to, double value) {
    List<Observation> readings = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      Instant at = at(minute);
      readings.add(
          new Reading(FRIDGE, Metric.TEMPERATURE, at, value, Flaw.NONE, Provenance.LIVE, at));
    }
    return readings;
  }

  static Episode episode(Instant since) {
    return new Episode(
        RuleId.of("FRG-01"),
        FRIDGE,
        wuchang.domain.Severity.MAJOR,
        since,
        since.plus(Duration.ofMinutes(30)),
        Optional.empty(),
        wuchang.domain.finding.Evidence.NONE,
        List.of(),
        Duration.ZERO,
        true);
  }

  static Episode silence(Instant since, Instant raised) {
    return new Episode(
        RuleId.of("SEN-01"),
        FRIDGE,
        wuchang.domain.Severity.WARNING,
        since,
        raised,
        Optional.empty(),
        wuchang.domain.finding.Evidence.NONE,
        List.of(),
        Duration.ZERO,
        true);
  }

  static AlertStep opened(Episode e) {
    Alert alert =
        new Alert(
            AlertId.of("a-" + e.since().toEpochMilli()),
            e.rule(),
            e.device(),
            AreaId.of("cold-room"),
            Principle.STANDARDISE,
            e.severity(),
            AlertState.OPEN,
            e.since(),
            e.raisedAt(),
            e.raisedAt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            e.evidence(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new AlertStep(AlertStep.Kind.OPENED, e.raisedAt(), AlertStep.SYSTEM, "", alert);
  }

  static Site site(Map<RuleId, RuleOverride> changed) {
    Device fridge =
        new Device(
            FRIDGE,
            DeviceKind.FRIDGE,
            AreaId.of("cold-room"),
            Text.same("fridge"),
            Optional.of(Duration.ofMinutes(1)),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of());
    return site(fridge, changed);
  }

  /** A site in Shanghai with one device, nobody and no meals. */
  static Site site(Device device, Map<RuleId, RuleOverride> changed) {
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        0,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(),
        Map.of(device.id(), device),
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        changed,
        Retention.DEFAULT);
  }
}
