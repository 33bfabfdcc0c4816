package wuchang.reports;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycle.Verdict;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;

/** The lines of a daily record. What the configuration no longer knows goes by its id. */
final class DailyLines {
  private final SiteDay day;
  private final DailyRecord.Sources sources;
  private final Site site;

  DailyLines(SiteDay day, DailyRecord.Sources sources) {
    this.day = day;
    this.sources = sources;
    this.site = sources.site();
  }

  List<AlertLine> alerts() {
    return sources.alerts().stream()
        // A withdrawn alert never was: late readings have shown so.
        .filter(alert -> alert.state() != AlertState.WITHDRAWN)
        .filter(alert -> day.touches(alert.since(), until(alert)))
        .sorted(Comparator.comparing(Alert::since).thenComparing(Alert::id))
        .map(this::line)
        .toList();
  }

  List<DeviceLine> devices(List<AlertLine> alerts) {
    Set<DeviceId> inBreach =
        alerts.stream()
            .filter(AlertLine::isProblem)
            .map(AlertLine::device)
            .collect(Collectors.toSet());
    return site.devices().values().stream()
        .map(device -> line(device, inBreach.contains(device.id())))
        .toList();
  }

  List<CycleLine> cycles() {
    return site.devices().values().stream()
        .flatMap(device -> cycles(device).map(cycle -> line(device, cycle)))
        .toList();
  }

  private Stream<Cycle> cycles(Device device) {
    return sources.cycles().stream()
        .filter(cycle -> cycle.device().equals(device.id()))
        .filter(cycle -> !cycle.end().isBefore(day.from()) && cycle.end().isBefore(day.to()))
        .sorted(Comparator.comparing(Cycle::end));
  }

  private CycleLine line(Device device, Cycle cycle) {
    return new CycleLine(device.name(), areaName(device.area()), cycle);
  }

  private DeviceLine line(Device device, boolean inBreach) {
    boolean heard = isHeard(device);
    boolean judged = cycles(device).noneMatch(cycle -> cycle.verdict() == Verdict.UNPROVEN);
    EvidenceState silent = heard && judged ? EvidenceState.COMPLIANT : EvidenceState.UNPROVEN;
    return new DeviceLine(
        device.id(),
        device.name(),
        device.kind().label(),
        areaName(device.area()),
        inBreach ? EvidenceState.BREACH : silent,
        heard);
  }

  // What was heard through a gateway was heard of the gateway.
  private boolean isHeard(Device device) {
    return sources.heard().contains(device.id())
        || site.devices().values().stream()
            .filter(other -> other.gateway().equals(Optional.of(device.id())))
            .anyMatch(other -> sources.heard().contains(other.id()));
  }

  private AlertLine line(Alert alert) {
    Optional<RuleCard> card = Optional.ofNullable(sources.rules().get(alert.rule()));
    return new AlertLine(
        alert.id(),
        alert.rule(),
        card.map(RuleCard::name).orElse(Text.same(alert.rule().value())),
        card.map(RuleCard::action).orElse(Text.same("")),
        alert.device(),
        site.device(alert.device()).map(Device::name).orElse(Text.same(alert.device().value())),
        areaName(alert.area()),
        alert.severity(),
        alert.state(),
        alert.since(),
        until(alert),
        alert.acknowledgedBy().or(alert::owner).map(this::personName),
        alert.acknowledgedAt(),
        alert.promisedAt(),
        alert.closedAt(),
        alert.cause());
  }

  // One that was closed while still wrong would otherwise stand in every record from then on.
  private static Optional<Instant> until(Alert alert) {
    return alert.resolvedAt().isEmpty() && alert.state().isFinal()
        ? alert.closedAt()
        : alert.resolvedAt();
  }

  private Text areaName(AreaId area) {
    return site.area(area).map(Area::name).orElse(Text.same(area.value()));
  }

  private String personName(PersonId person) {
    return Optional.ofNullable(site.people().get(person)).map(Person::name).orElse(person.value());
  }
}
