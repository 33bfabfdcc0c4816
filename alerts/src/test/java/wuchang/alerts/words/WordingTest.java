package wuchang.alerts.words;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Draft;
import wuchang.domain.Language;
import wuchang.domain.Principle;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Fact;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.Flaw;
import wuchang.domain.site.Site;

class WordingTest {
  private static final Site SITE = Canteen.site();
  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));

  private final Wording wording = new Wording(Canteen::card, () -> SITE);

  @Test
  void says_what_where_since_when_and_what_to_do_in_both_languages() {
    Alert alert = alert(WARM);

    assertThat(wording.sentence(alert, time("10:05")))
        .isEqualTo(
            new Text(
                "冷库1号冷柜已持续35分钟高于8℃，现为9.3℃。",
                "Fridge 1 in Cold room has been above 8 °C for 35 min; it reads 9.3 °C."));
    assertThat(wording.action(alert).zh()).isEqualTo("检查柜门与密封条，转移易腐食品。");
    assertThat(wording.title(alert))
        .isEqualTo(new Text("冷藏超温 · 冷库1号冷柜", "Fridge too warm · Cold room, Fridge 1"));
    assertThat(wording.headline(alert).zh()).isEqualTo("【重大】冷藏超温 · 冷库1号冷柜");
  }

  @Test
  void without_a_time_it_speaks_of_when_it_was_raised() {
    assertThat(wording.sentence(alert(WARM)).zh()).contains("已持续30分钟");
  }

  @Test
  void when_it_is_over_it_says_how_long_it_was() {
    Alert over = alert(Episodes.until(WARM, time("11:35")));

    assertThat(wording.headline(over).en()).startsWith("[Resolved] ");
    assertThat(wording.ending(over, time("12:00")))
        .isEqualTo(
            new Text(
                "冷库1号冷柜已恢复正常，异常自09:30起历时2小时5分钟。",
                "Fridge 1 in Cold room is back to normal; it was wrong for 2 h 5 min since"
                    + " 09:30."));
  }

  @Test
  void a_time_of_another_day_names_the_day_in_the_site_s_zone() {
    Phrase zh = new Phrase(Language.ZH, Canteen.ZONE, time("+1 00:10"));
    Phrase en = new Phrase(Language.EN, Canteen.ZONE, time("+1 00:10"));

    assertThat(zh.of(time("23:59"))).isEqualTo("11月23日 23:59");
    assertThat(en.of(time("23:59"))).isEqualTo("23 Nov 23:59");
    assertThat(zh.of(time("+1 00:00"))).isEqualTo("00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "PT45S, 45秒, 45 s",
    "PT59.9S, 59秒, 59 s",
    "PT1M, 1分钟, 1 min",
    "PT35M59S, 35分钟, 35 min",
    "PT2H, 2小时, 2 h",
    "PT2H5M, 2小时5分钟, 2 h 5 min",
    "PT23H59M, 23小时59分钟, 23 h 59 min",
    "P1D, 1天, 1 d",
    "P3DT4H59M, 3天4小时, 3 d 4 h",
    "PT0S, 0秒, 0 s",
    "PT-5M, 0秒, 0 s"
  })
  void durations_are_said_in_their_two_largest_units(Duration lasted, String zh, String en) {
    assertThat(in(Language.ZH).of(lasted)).isEqualTo(zh);
    assertThat(in(Language.EN).of(lasted)).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource({
    "9.3333333, CELSIUS, 9.3℃, 9.3 °C",
    "-18, CELSIUS, -18℃, -18 °C",
    "-0.04, CELSIUS, 0℃, 0 °C",
    "41.25, FAHRENHEIT, 41.3 °F, 41.3 °F",
    "63.277, AMPERE, 63.28 A, 63.28 A",
    "12345.6, WATT, 12346 W, 12346 W",
    "0.012345, CUBIC_METRE_PER_HOUR, 0.01235 m³/h, 0.01235 m³/h",
    "20, PERCENT, 20 %, 20 %",
    "3, ONE, 3, 3",
    "30, MINUTE, 30分钟, 30 min"
  })
  void amounts_are_rounded_and_have_their_unit(double value, Unit unit, String zh, String en) {
    assertThat(in(Language.ZH).of(Quantity.of(value, unit))).isEqualTo(zh);
    assertThat(in(Language.EN).of(Quantity.of(value, unit))).isEqualTo(en);
  }

  @Test
  void every_fact_can_be_said() {
    assertThat(in(Language.EN).of(new Fact.Count(5))).isEqualTo("5");
    assertThat(in(Language.EN).of(new Fact.Word("forced_open"))).isEqualTo("forced open");
    assertThat(in(Language.ZH).of(new Fact.Word("too_cool"))).isEqualTo("温度不足");
    assertThat(in(Language.EN).of(new Fact.At(time("10:00")))).isEqualTo("10:00");
    assertThat(in(Language.EN).of(new Fact.Lasted(Duration.ofHours(1)))).isEqualTo("1 h");
    assertThat(in(Language.EN).of(new Fact.Amount(Quantity.of(8, Unit.CELSIUS)))).isEqualTo("8 °C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$1", "\\", "{value}", "a$b\\c{d}", "${env}", "\\$0"})
  void whatever_stands_in_a_value_is_only_text(String word) {
    assertThat(say("cause: {cause}.", Evidence.NONE.with("cause", word)))
        .isEqualTo("cause: " + word + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{device} reads {value}.           | Fridge 1 reads.",
        "{device} ({value}) is warm.       | Fridge 1 is warm.",
        "{device}（{value}）                | Fridge 1",
        "{device} {no such} in {area}      | Fridge 1 in Cold room",
        "a { stray brace } and {} in {area}| a and in Cold room",
        "{{area}}                          | Cold room",
        "{device                           | device"
      })
  void what_is_missing_leaves_no_braces(String template, String said) {
    assertThat(say(template, Evidence.NONE)).isEqualTo(said).doesNotContain("{", "}");
  }

  @Test
  void the_words_of_evidence_are_said_in_both_languages() {
    List<String> words =
        Stream.concat(
                Arrays.stream(Flaw.values()).filter(f -> f != Flaw.NONE).map(Flaw::word),
                Stream.of("overrun", "too_often", "missing", "defrost"))
            .toList();
    for (String word : words) {
      assertThat(in(Language.ZH).of(new Fact.Word(word))).as(word).matches("[\\p{IsHan}]+");
      assertThat(in(Language.EN).of(new Fact.Word(word))).as(word).matches("[a-z -]+");
    }
  }

  @Test
  void what_evidence_says_goes_before_what_is_known_anyway() {
    assertThat(say("{held}", Evidence.NONE.with("held", Duration.ofMinutes(7)))).isEqualTo("7 min");
  }

  @Test
  void a_card_that_asks_for_what_nobody_knows_is_found_when_it_is_loaded() {
    assertThat(Wording.unknownPlaceholders(cardSaying("{valeu} {area} {}"), Set.of("value")))
        .containsExactly("", "valeu");
    assertThat(Wording.unknownPlaceholders(cardSaying("{value} {held} {"), Set.of("value")))
        .containsExactly("{");
    assertThat(Wording.unknownPlaceholders(cardSaying("{value} {since}"), Set.of("value")))
        .isEmpty();
  }

  /** As the end of a silence of the whole site, which goes by the site's id. */
  @Test
  void what_concerns_the_whole_site_says_so() {
    Wording wide = new Wording(rule -> null, () -> empty(SiteId.of("fridge-1")));

    assertThat(wide.title(alert(WARM)))
        .isEqualTo(new Text("FRG-01 · cold-room全场", "FRG-01 · cold-room, whole site"));
  }

  @Test
  void what_the_configuration_no_longer_has_goes_by_its_id() {
    Wording bare = new Wording(rule -> null, () -> empty(SITE.id()));

    assertThat(bare.title(alert(WARM)).en()).isEqualTo("FRG-01 · cold-room, fridge-1");
    assertThat(bare.sentence(alert(WARM)).zh()).isEqualTo("cold-roomfridge-1");
    assertThat(bare.action(alert(WARM)).zh()).isEmpty();
  }

  private String say(String template, Evidence evidence) {
    Episode e = WARM;
    Episode with =
        new Episode(
            e.rule(),
            e.device(),
            e.severity(),
            e.since(),
            e.raisedAt(),
            e.until(),
            evidence,
            e.steps(),
            e.frozen(),
            e.live());
    return new Wording(rule -> cardSaying(template), () -> SITE).sentence(alert(with)).en();
  }

  private static RuleCard cardSaying(String template) {
    return new RuleCard(
        RuleId.of("FRG-01"),
        Principle.TIDY,
        Severity.MAJOR,
        Text.same("x"),
        Text.same(template),
        Text.same(""),
        "");
  }

  private static Phrase in(Language language) {
    return new Phrase(language, Canteen.ZONE, time("12:00"));
  }

  private static Site empty(SiteId id) {
    return new Site(
        id,
        SITE.name(),
        SITE.zone(),
        SITE.profile(),
        0,
        SITE.calendar(),
        Map.of(),
        Map.of(),
        Map.of(),
        SITE.channels(),
        SITE.escalation(),
        SITE.rota(),
        Map.of(),
        SITE.retention());
  }

  private static Alert alert(Episode episode) {
    Draft draft = new AlertBook(Canteen::card, () -> SITE).draft(time("10:00"));
    draft.on(new Finding.Breached(episode));
    return draft.steps().get(0).alert();
  }
}
