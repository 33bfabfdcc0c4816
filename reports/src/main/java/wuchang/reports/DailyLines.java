package wuchang.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycle.Verdict;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.score.Incident;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;
import wuchang.reports.DailyRecord.ItemLine;

/** The lines of a daily record. */
final class DailyLines {
  private final SiteDay day;
  private final Sources sources;
  private final Site site;
  private final Names names;
  private final List<AlertLine> alerts;
  private final Map<RiskItem, Proof> proofs;
  private final DataShares shares;

  DailyLines(SiteDay day, Instant until, Sources sources) {
    this.day = day;
    this.sources = sources;
    this.site = sources.site();
    this.names = new Names(site, sources.rules());
    this.alerts = alertLines();
    Duration expected =
        until.equals(day.to()) ? Duration.between(day.from(), day.to()) : Duration.ZERO;
    // Of a day that goes on, what is not added up yet is no gap.
    this.proofs = sources.proofs(day.date(), day.date().plusDays(1), expected);
    this.shares = new DataShares(sources, day.date(), day.date().plusDays(1), expected);
  }

  List<AlertLine> alerts() {
    return alerts;
  }

  List<ItemLine> items() {
    Map<RuleId, List<RiskItem>> byRule = new LinkedHashMap<>();
    for (RiskItem risk : sources.risks()) {
      byRule.computeIfAbsent(risk.rule().id(), rule -> new java.util.ArrayList<>()).add(risk);
    }
    return byRule.values().stream().map(this::item).toList();
  }

  private ItemLine item(List<RiskItem> risks) {
    RuleCard rule = risks.get(0).rule();
    List<RiskItem> lacking =
        risks.stream().filter(risk -> state(risk) != EvidenceState.COMPLIANT).toList();
    boolean broken = lacking.stream().anyMatch(risk -> state(risk) == EvidenceState.BREACH);
    EvidenceState rest = lacking.isEmpty() ? EvidenceState.COMPLIANT : EvidenceState.UNPROVEN;
    return new ItemLine(
        rule.id(),
        rule.name(),
        rule.severity(),
        Names.joined(risks.stream().map(RiskItem::limits).distinct().toList()),
        risks.size(),
        broken ? EvidenceState.BREACH : rest,
        sum(risks),
        lacking.stream().map(risk -> names.device(risk.device())).toList());
  }

  private EvidenceState state(RiskItem risk) {
    boolean wrong =
        alerts.stream()
            .filter(AlertLine::isProblem)
            .anyMatch(a -> a.rule().equals(risk.rule().id()) && a.device().equals(risk.device()));
    return proofs.get(risk).state(wrong);
  }

  private Proof sum(List<RiskItem> risks) {
    return risks.stream().map(proofs::get).reduce(Proof.NONE, Proof::and);
  }

  List<DeviceLine> devices() {
    return site.devices().values().stream().map(this::line).toList();
  }

  private DeviceLine line(Device device) {
    List<RiskItem> risks =
        sources.risks().stream().filter(risk -> risk.device().equals(device.id())).toList();
    boolean heard = isHeard(device);
    Proof proof = sum(risks);
    boolean wrong =
        alerts.stream()
            .filter(AlertLine::isProblem)
            .anyMatch(alert -> alert.device().equals(device.id()));
    boolean judged = cycles(device).noneMatch(cycle -> cycle.verdict() == Verdict.UNPROVEN);
    EvidenceState state = proof.state(wrong);
    return new DeviceLine(
        device.id(),
        device.name(),
        device.kind().label(),
        names.area(device.area()),
        state == EvidenceState.COMPLIANT && !(heard && judged) ? EvidenceState.UNPROVEN : state,
        heard,
        proof,
        shares.of(device::equals));
  }

  // What was heard through a gateway was heard of the gateway.
  private boolean isHeard(Device device) {
    return sources.heard().contains(device.id())
        || site.devices().values().stream()
            .filter(other -> other.gateway().equals(Optional.of(device.id())))
            .anyMatch(other -> sources.heard().contains(other.id()));
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
    return new CycleLine(device.name(), names.area(device.area()), cycle);
  }

  private List<AlertLine> alertLines() {
    return sources.incidents().stream()
        // A withdrawn alert never was: late readings have shown so.
        .filter(incident -> incident.state() != AlertState.WITHDRAWN)
        .filter(incident -> day.touches(incident.since(), incident.until()))
        .sorted(Comparator.comparing(Incident::since).thenComparing(Incident::id))
        .map(this::line)
        .toList();
  }

  private AlertLine line(Incident incident) {
    DeviceId device = incident.device();
    Text action = names.action(incident.rule());
    return new AlertLine(
        incident.id(),
        incident.rule(),
        names.rule(incident.rule()),
        action,
        device,
        names.device(device),
        names.area(incident.area()),
        incident.severity(),
        incident.state(),
        incident.since(),
        incident.until(),
        incident.acknowledgedBy().or(incident::owner).map(names::person),
        incident.acknowledgedAt(),
        incident.promisedAt(),
        incident.closedAt(),
        incident.cause());
  }
}
