package wuchang.app.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.SiteCalendar.DateRange;

/** The key {@code calendar.quiet}: times in which some alerts are expected and told to nobody. */
final class QuietReader {
  private static final DailyWindow ALL_DAY =
      new DailyWindow(When.EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private final Form<AreaId> area;
  private final Form<DeviceId> device;
  private final Form<RuleId> rule;

  QuietReader(Register register, Form<RuleId> rule) {
    this.area = Form.reference("area", "an area", register.areas(), AreaId::of);
    this.device = Form.reference("device", "a device", register.devices().keySet(), DeviceId::of);
    this.rule = rule;
  }

  List<PlannedSilence> read(Section calendar) {
    return calendar.get(
        "quiet", Form.section("a silence with id and reason", this::quiet).list(), List.of());
  }

  private Optional<PlannedSilence> quiet(Section quiet) {
    Optional<String> id = quiet.need("id", As.ID);
    Optional<String> reason = quiet.need("reason", As.TEXT);
    Optional<AreaId> inArea = quiet.get("area", area);
    Optional<DeviceId> ofDevice = quiet.get("device", device);
    List<RuleId> rules = quiet.get("rules", rule.list(), List.of());
    Set<DayOfWeek> days = quiet.get("days", When.DAYS, When.EVERY_DAY);
    DailyWindow time = quiet.get("time", When.HOURS, ALL_DAY);
    List<DateRange> dates = quiet.get("dates", CalendarReader.DATES.list(), List.of());
    boolean closed = quiet.get("closed", As.FLAG, false);
    return id.flatMap(
        name ->
            reason.map(
                why ->
                    new PlannedSilence(
                        name,
                        why,
                        inArea,
                        ofDevice,
                        Set.copyOf(rules),
                        When.on(days, time),
                        dates,
                        closed)));
  }
}
