package wuchang.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.site.Site;

/**
 * 《每日食品安全检查记录》 of one day of a site: every risk and every device with its verdict, every alert with
 * what was done about it, every disinfection with its proof. A day without problems is a record,
 * too (零风险报告); it is called so only when every minute of every risk is proven and every
 * disinfection can be judged.
 *
 * @param until to when the record covers the day: its end, or when the record was made
 * @param items by the risk, in the order of the catalogue
 * @param devices in the order of the configuration
 * @param alerts by their start
 * @param cycles by their device, in the order of the configuration, then by their end
 */
public record DailyRecord(
    SiteId site,
    Text siteName,
    SiteDay day,
    Instant madeAt,
    Instant until,
    Verdict verdict,
    List<ItemLine> items,
    List<DeviceLine> devices,
    List<AlertLine> alerts,
    List<CycleLine> cycles) {

  /** What can be said of the whole day. */
  public enum Verdict {
    ZERO_RISK,
    PROBLEMS,
    /**
     * No problem is known, but evidence is missing, or a disinfection cannot be judged: no claim is
     * made.
     */
    UNPROVEN
  }

  /**
   * One risk on that day, on all devices together.
   *
   * @param limits what is allowed, in words; several where devices differ
   * @param devices on how many it is watched
   * @param proof the device's times added up
   * @param lacking the names of the devices on which it is not compliant
   */
  public record ItemLine(
      RuleId rule,
      Text name,
      Severity severity,
      Text limits,
      int devices,
      EvidenceState state,
      Proof proof,
      List<Text> lacking) {}

  /**
   * One device on that day. A breach is a breach even when the device was not heard afterwards.
   *
   * @param heard whether anything was heard of it, so that its silence is no proof of anything
   * @param proof the times of its risks added up
   * @param coverage for how much of the day there is good data, 0 to 1
   */
  public record DeviceLine(
      DeviceId device,
      Text name,
      Text kind,
      Text area,
      EvidenceState state,
      boolean heard,
      Proof proof,
      double coverage) {
    boolean isProven() {
      return heard && state != EvidenceState.UNPROVEN;
    }
  }

  /**
   * One alert that touched the day, with times that may lie outside it.
   *
   * @param until when it was right again, or was closed while it was not; empty while it goes on
   * @param handledBy the name of who took it on
   * @param cause as said when closing: equipment, procedure, behaviour, environment, false_alarm
   */
  public record AlertLine(
      AlertId alert,
      RuleId rule,
      Text what,
      Text action,
      DeviceId device,
      Text deviceName,
      Text area,
      Severity severity,
      AlertState state,
      Instant since,
      Optional<Instant> until,
      Optional<String> handledBy,
      Optional<Instant> handledAt,
      Optional<Instant> promisedAt,
      Optional<Instant> closedAt,
      Optional<String> cause) {
    /** Whether it counts: somebody has looked at a false alarm and found nothing. */
    public boolean isProblem() {
      return state != AlertState.FALSE_ALARM;
    }
  }

  /** One disinfection that ended on that day, with its proof. */
  public record CycleLine(Text deviceName, Text area, Cycle cycle) {}

  public DailyRecord {
    items = List.copyOf(items);
    devices = List.copyOf(devices);
    alerts = List.copyOf(alerts);
    cycles = List.copyOf(cycles);
  }

  /** The record of a day, as it stands at an instant. */
  public static DailyRecord of(LocalDate date, Instant madeAt, Sources sources) {
    Site site = sources.site();
    SiteDay day = new SiteDay(date, site.zone());
    Instant until = madeAt.isBefore(day.to()) ? later(madeAt, day.from()) : day.to();
    DailyLines lines = new DailyLines(day, until, sources);
    List<AlertLine> alerts = lines.alerts();
    List<DeviceLine> devices = lines.devices();
    boolean watched = until.isAfter(day.from()) && !devices.isEmpty();
    return new DailyRecord(
        site.id(),
        site.name(),
        day,
        madeAt,
        until,
        verdict(alerts, watched && devices.stream().allMatch(DeviceLine::isProven)),
        lines.items(),
        devices,
        alerts,
        lines.cycles());
  }

  /** The devices of which nothing was heard: for them the record proves nothing. */
  public List<DeviceLine> unheard() {
    return devices.stream().filter(line -> !line.heard()).toList();
  }

  public List<AlertLine> problems() {
    return alerts.stream().filter(AlertLine::isProblem).toList();
  }

  /** How many disinfections there were with a verdict. */
  public long count(Cycle.Verdict verdict) {
    return cycles.stream().filter(line -> line.cycle().verdict() == verdict).count();
  }

  /** Whether the day was over when the record was made. */
  public boolean isWholeDay() {
    return until.equals(day.to());
  }

  private static Verdict verdict(List<AlertLine> alerts, boolean proven) {
    if (alerts.stream().anyMatch(AlertLine::isProblem)) {
      return Verdict.PROBLEMS;
    }
    return proven ? Verdict.ZERO_RISK : Verdict.UNPROVEN;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
