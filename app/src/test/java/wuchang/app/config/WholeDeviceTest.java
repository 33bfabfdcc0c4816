package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;
import wuchang.domain.site.Traits;
import wuchang.domain.site.Traits.Defrost;
import wuchang.domain.site.Traits.Disinfection;

class WholeDeviceTest {
  private static final String HEAD =
      """
      site: {id: east}
      calendar: {meals: [{id: lunch, prep: "08:30-11:00", service: "11:00-13:00", cleaning: "13:00-14:30"}]}
      areas: [{id: kitchen}]
      """;

  @TempDir Path temporary;
  private ConfigFolder folder;

  @BeforeEach
  void prepare() {
    folder = new ConfigFolder(temporary);
  }

  private Site site(String rest) {
    return folder.valid(HEAD + rest).site();
  }

  private Device device(String id, String devices) {
    return site(devices).device(DeviceId.of(id)).orElseThrow();
  }

  @Test
  void a_fridge_with_all_its_keys() {
    Device fridge =
        device(
            "fridge-1",
            """
            devices:
              - {id: gw-1, kind: gateway, area: kitchen}
              - {id: fridge-1, kind: fridge, area: kitchen, name: {zh: 1号冷柜, en: Fridge 1}, interval: 60s, gateway: gw-1, circuit: meter-cold,
                 calibrated: 2026-06-01, walk-in: true, probe: buffered, defrost: {times: ["03:00"], longest: 40m}, set-point: 39 °F, rated-power: 0.3 kW}
              - {id: meter-cold, kind: electricity-meter, area: kitchen}
            """);

    assertThat(fridge)
        .isEqualTo(
            new Device(
                DeviceId.of("fridge-1"),
                DeviceKind.FRIDGE,
                AreaId.of("kitchen"),
                new Text("1号冷柜", "Fridge 1"),
                Optional.of(Duration.ofSeconds(60)),
                Optional.of(DeviceId.of("gw-1")),
                Optional.of(DeviceId.of("meter-cold")),
                new Traits(
                    Map.of(
                        "set-point", Quantity.of(39, Unit.FAHRENHEIT),
                        "rated-power", Quantity.of(0.3, Unit.KILOWATT)),
                    true,
                    true,
                    Optional.of(LocalDate.of(2026, 6, 1)),
                    Optional.of(new Defrost(List.of(LocalTime.of(3, 0)), Duration.ofMinutes(40))),
                    Optional.empty(),
                    List.of(),
                    List.of()),
                List.of(),
                Map.of()));
  }

  @Test
  void a_device_with_the_least() {
    Device gate = device("g", "devices: [{id: g, kind: access-gate, area: kitchen}]");

    assertThat(gate.name()).isEqualTo(Text.same("g"));
    assertThat(gate.interval()).isEmpty();
    assertThat(gate.traits()).isEqualTo(Traits.NONE);
  }

  @Test
  void cabinets_meters_and_gates() {
    Site site =
        site(
            """
            devices:
              - {id: c, kind: disinfection-cabinet, method: hot-water, area: kitchen, rated-power: 3 kW, plan: [lunch]}
              - {id: m, kind: electricity-meter, area: kitchen, rated-current: 63 A, phases: 3, modulus: 999999.99, price: 0.65}
              - {id: w, kind: water-meter, area: kitchen, max-flow: 6 m³/h, resolution: 10 L, modulus: 99999.999, price: 3.2}
              - {id: g, kind: access-gate, area: kitchen, allowed: ["mon-fri 05:30-20:00"], hold: 60s}
            """);

    Traits cabinet = site.device(DeviceId.of("c")).orElseThrow().traits();
    assertThat(cabinet.method()).contains(Disinfection.HOT_WATER);
    assertThat(cabinet.plan()).containsExactly("lunch");
    assertThat(site.device(DeviceId.of("m")).orElseThrow().traits().quantities())
        .isEqualTo(
            Map.of(
                "rated-current", Quantity.of(63, Unit.AMPERE),
                "phases", Quantity.of(3, Unit.ONE),
                "modulus", Quantity.of(999999.99, Unit.ONE),
                "price", Quantity.of(0.65, Unit.ONE)));
    assertThat(site.device(DeviceId.of("w")).orElseThrow().traits().quantities())
        .containsEntry("max-flow", Quantity.of(6, Unit.CUBIC_METRE_PER_HOUR))
        .containsEntry("resolution", Quantity.of(10, Unit.LITRE));
    Traits gate = site.device(DeviceId.of("g")).orElseThrow().traits();
    assertThat(gate.allowed()).containsExactly(DailyWindow.parse("mon-fri 05:30-20:00"));
    assertThat(gate.quantity("hold")).contains(Quantity.of(60, Unit.SECOND));
  }

  @Test
  void one_device_may_be_fed_by_several_things() {
    Device freezer =
        device(
            "freezer-1",
            """
            devices:
              - id: freezer-1
                kind: freezer
                area: kitchen
                sources:
                  - {format: chirpstack, id: "24e124", map: {temperature: /object/TempC_DS}}
                  - {format: zigbee2mqtt, id: freezer-door, map: {door_open: {pointer: /contact, invert: true}}}
                  - {format: json, topic: plant/+/f3, map: {power: {pointer: "", unit: kW, scale: 0.1, offset: -2, sentinels: [-1, 327.67]}}}
            """);

    assertThat(freezer.sources())
        .containsExactly(
            new Source(
                "chirpstack",
                Optional.of("24e124"),
                Optional.empty(),
                Map.of(Metric.TEMPERATURE, place("/object/TempC_DS", false))),
            new Source(
                "zigbee2mqtt",
                Optional.of("freezer-door"),
                Optional.empty(),
                Map.of(Metric.DOOR_OPEN, place("/contact", true))),
            new Source(
                "json",
                Optional.empty(),
                Optional.of("plant/+/f3"),
                Map.of(
                    Metric.POWER,
                    new Place(
                        "", Optional.of(Unit.KILOWATT), 0.1, -2, false, List.of(-1.0, 327.67)))));
  }

  @Test
  void rules_may_be_changed_on_every_level() {
    Site site =
        folder
            .valid(
                """
                site: {id: east}
                areas: [{id: kitchen, rules: {GAT-01: {enabled: false}}}]
                devices: [{id: f, kind: fridge, area: kitchen, rules: {FRG-01: {tolerate: 20m}}}]
                rules: {FRG-01: {above: 6 °C, enabled: true}}
                """)
            .site();

    RuleId tooWarm = RuleId.of("FRG-01");
    assertThat(site.rules())
        .isEqualTo(
            Map.of(
                tooWarm,
                new RuleOverride(
                    Optional.of(true), Map.of("above", Quantity.of(6, Unit.CELSIUS)))));
    assertThat(site.areas().get(AreaId.of("kitchen")).rules())
        .isEqualTo(Map.of(RuleId.of("GAT-01"), new RuleOverride(Optional.of(false), Map.of())));
    assertThat(site.device(DeviceId.of("f")).orElseThrow().rules().get(tooWarm).parameters())
        .isEqualTo(Map.of("tolerate", Quantity.of(20, Unit.MINUTE)));
  }

  @Test
  void channels_keep_their_secrets_to_themselves() {
    Site site =
        folder
            .valid(
                """
                site: {id: east}
                channels:
                  - {id: log, kind: log, file: logs/alerts.txt}
                  - {id: hook, kind: webhook, url: "http://127.0.0.1/x", severities: [notice, critical], rate: 6/min}
                  - {id: group, kind: wecom, url-file: secrets/url}
                  - {id: mail, kind: email, url: "smtps://m", secret: "${NESTED}", from: a@x, to: [b@x, c@x], username: u, lang: en}
                  - {id: bus, kind: mqtt, topic: canteen/alerts}
                  - id: text
                    kind: sms
                    url: "https://sms.example.org"
                    body: '{"to": "{phone}", "text": "{text}"}'
                    headers: {X-Key: "k {secret}"}
                    ok: /code=0
                    after: {major: 15m, critical: 0m}
                    fallback: mail
                """)
            .site();

    assertThat(site.channels())
        .containsExactly(
            channel(
                "log",
                "log",
                Optional.empty(),
                0,
                Map.of("file", folder.path("logs/alerts.txt").toString())),
            new ChannelPlan(
                "hook",
                "webhook",
                Optional.of(URI.create("http://127.0.0.1/x")),
                Optional.empty(),
                Set.of(Severity.NOTICE, Severity.CRITICAL),
                6,
                Map.of()),
            channel("group", "wecom", Optional.of("https://example.org/hunter2"), 15, Map.of()),
            new ChannelPlan(
                "mail",
                "email",
                Optional.of(URI.create("smtps://m")),
                Optional.of("${SECRET}"),
                Set.of(Severity.WARNING, Severity.MAJOR, Severity.CRITICAL),
                20,
                Map.of("from", "a@x", "to", "b@x,c@x", "username", "u", "lang", "en")),
            channel("bus", "mqtt", Optional.empty(), 0, Map.of("topic", "canteen/alerts")),
            new ChannelPlan(
                "text",
                "sms",
                Optional.of(URI.create("https://sms.example.org")),
                Optional.empty(),
                Set.of(Severity.WARNING, Severity.MAJOR, Severity.CRITICAL),
                20,
                Map.of(
                    "body", "{\"to\": \"{phone}\", \"text\": \"{text}\"}",
                    "header.X-Key", "k {secret}",
                    "ok", "/code=0"),
                Map.of(Severity.MAJOR, Duration.ofMinutes(15), Severity.CRITICAL, Duration.ZERO),
                Optional.of("mail")));
    assertThat(site.toString()).doesNotContain("hunter2");
  }

  private static ChannelPlan channel(
      String id, String kind, Optional<String> url, int perMinute, Map<String, String> options) {
    return new ChannelPlan(
        id,
        kind,
        url.map(URI::create),
        Optional.empty(),
        Set.of(Severity.WARNING, Severity.MAJOR, Severity.CRITICAL),
        perMinute,
        options);
  }

  private static Place place(String pointer, boolean invert) {
    return new Place(pointer, Optional.empty(), 1, 0, invert, List.of());
  }
}
