package wuchang.rules.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.book.EntryReader;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Retention;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.RuleEngine;
import wuchang.rules.schedule.SitePeriods;

/** A room with a lamp, its detector and a probe, behind one gateway; a day of it, judged again. */
class BacktestTest {
  private static final Instant START = Instant.parse("2026-01-06T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(26));
  private static final AreaId ROOM = AreaId.of("room");
  private static final DeviceId LAMP = DeviceId.of("lamp");
  private static final DeviceId DETECTOR = DeviceId.of("detector");
  private static final DeviceId PROBE = DeviceId.of("probe");
  private static final DeviceId GATEWAY = DeviceId.of("gateway");
  private static final RuleId ON_PEOPLE = RuleId.of("ROOM-02");
  private static final RuleId COOLING = RuleId.of("COOL-01");
  private static final RuleId NO_DATA = RuleId.of("SYS-01");

  private final Site site = site(Map.of());
  private final List<Device> devices = List.copyOf(site.devices().values());
  private final RulesInForce strict = new RulesInForce(Catalogue.shipped(), site);
  private final RulesInForce without =
      new RulesInForce(
          Catalogue.shipped(),
          site(Map.of(COOLING, new RuleOverride(Optional.of(false), Map.of()))));

  @Test
  void a_lamp_hears_the_rooms_detector_in_the_laboratory_as_live() {
    Backtest backtest = backtest(devices);

    assertThat(words(found(backtest, 0, ON_PEOPLE))).isEqualTo(words(live(ON_PEOPLE))).hasSize(1);
  }

  @Test
  void it_hears_it_where_it_is_judged_apart_from_it() {
    List<Device> lampOnly = devices.stream().filter(d -> d.id().equals(LAMP)).toList();
    Backtest backtest = backtest(lampOnly);

    assertThat(backtest.hears(LAMP)).isTrue();
    assertThat(backtest.hears(DETECTOR)).isTrue();
    assertThat(backtest.hears(PROBE)).isFalse();
    assertThat(found(backtest, 0, ON_PEOPLE)).hasSize(1);
    assertThat(backtest.found(0)).allMatch(episode -> episode.device().equals(LAMP));
  }

  @Test
  void records_are_heard_by_the_rules_that_want_them_under_each_set_of_rules() {
    Backtest backtest = backtest(devices);

    assertThat(words(found(backtest, 0, COOLING))).isEqualTo(words(live(COOLING))).hasSize(1);
    assertThat(found(backtest, 1, COOLING)).isEmpty();
  }

  @Test
  void evidence_is_added_up_under_the_first_set_and_contradictions_are_counted() {
    Backtest backtest = backtest(devices);
    List<Coverage> days =
        backtest.coverage(END).stream()
            .filter(row -> row.rule().equals(ON_PEOPLE) && row.period().isWholeDay())
            .toList();

    assertThat(days).isNotEmpty();
    assertThat(days.get(0).breach()).isEqualTo(Duration.ofMinutes(9).plusSeconds(30));
    assertThat(backtest.contradictions()).isEqualTo(1);
  }

  @Test
  void what_several_say_together_is_judged_once_for_all() {
    Together together =
        new Together(List.of(strict, without), devices, START, new SitePeriods(site));
    for (Observation each : said()) {
      if (!(each instanceof BookEntry)) {
        together.take(place(each.device()), each);
      }
    }
    together.finish(END);

    assertThat(together.found(0)).extracting(Episode::rule).containsExactly(NO_DATA);
    assertThat(together.found(0)).isEqualTo(together.found(1));
    assertThat(words(together.found(0))).isEqualTo(words(live(NO_DATA)));
    assertThat(together.coverage(END)).anyMatch(row -> row.rule().equals(NO_DATA));
  }

  private Backtest backtest(List<Device> some) {
    Backtest backtest = new Backtest(List.of(strict, without), some, START, new SitePeriods(site));
    said().forEach(backtest::take);
    backtest.finish(END);
    return backtest;
  }

  private List<Episode> live(RuleId rule) {
    RuleEngine engine = new RuleEngine(strict.devices(START), START);
    said().forEach(each -> engine.take(List.of(each), each.time()));
    engine.tick(END.plusSeconds(2));
    return engine.episodes().stream().filter(e -> e.rule().equals(rule)).toList();
  }

  /** All of them but whether they were news: nothing in a laboratory is. */
  private static List<String> words(List<Episode> episodes) {
    return episodes.stream().map(e -> e.toString().replace("live=true", "live=false")).toList();
  }

  private static List<Episode> found(Backtest backtest, int variant, RuleId rule) {
    return backtest.found(variant).stream().filter(episode -> episode.rule().equals(rule)).toList();
  }

  private int place(DeviceId device) {
    return devices.stream().map(Device::id).toList().indexOf(device);
  }

  /**
   * Everybody speaks once a minute for a day; the lamp is on from the 60th to the 80th minute, and
   * the detector sees somebody from the 70th on; a batch begins in the 100th and does not cool.
   */
  private static List<Observation> said() {
    List<Observation> said = new ArrayList<>();
    for (int minute = 0; minute < 1440; minute++) {
      Instant at = START.plusSeconds(60L * minute);
      said.add(Reading.of(LAMP, Metric.UV_ON, at, minute >= 60 && minute < 80 ? 1 : 0));
      said.add(Reading.of(DETECTOR, Metric.OCCUPIED, at, minute >= 70 && minute < 90 ? 1 : 0));
      said.add(Reading.of(PROBE, Metric.TEMPERATURE, at, minute < 400 ? 40 : 5));
      said.add(Reading.of(GATEWAY, Metric.ONLINE, at, 1));
    }
    said.add(Reading.of(PROBE, Metric.TEMPERATURE, START, 41));
    said.add(batch(START.plusSeconds(6_000)));
    said.sort(Comparator.comparing(Observation::time));
    return said;
  }

  private static BookEntry batch(Instant at) {
    EntryReader.Said where = new EntryReader.Said(PROBE, at, Provenance.LIVE, at);
    return EntryReader.read(RecordKind.BATCH, Map.of("food", "soup"), where).entry().orElseThrow();
  }

  private static Site site(Map<RuleId, RuleOverride> rules) {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    devices.put(LAMP, device(LAMP, DeviceKind.UV_LAMP, Optional.of(GATEWAY)));
    devices.put(DETECTOR, device(DETECTOR, DeviceKind.PREP_ROOM, Optional.of(GATEWAY)));
    devices.put(PROBE, device(PROBE, DeviceKind.COOLING_PROBE, Optional.of(GATEWAY)));
    devices.put(GATEWAY, device(GATEWAY, DeviceKind.GATEWAY, Optional.empty()));
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneOffset.UTC,
        Profile.CN,
        0,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(),
        devices,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        rules,
        Retention.DEFAULT);
  }

  private static Device device(DeviceId id, DeviceKind kind, Optional<DeviceId> gateway) {
    return new Device(
        id,
        kind,
        ROOM,
        Text.same(id.value()),
        Optional.of(Duration.ofMinutes(1)),
        gateway,
        Optional.empty(),
        Traits.NONE,
        List.of(),
        Map.of());
  }
}
