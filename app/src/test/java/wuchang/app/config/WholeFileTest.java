package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.config.BrokerSettings.BrokerUser;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Profile;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Person;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.RotaShift;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar.DateRange;

class WholeFileTest {
  @TempDir Path temporary;
  private ConfigFolder folder;

  @BeforeEach
  void prepare() {
    folder = new ConfigFolder(temporary);
  }

  @Test
  void an_id_is_enough() {
    Config config = folder.valid("site: {id: east}");

    Site site = config.site();
    assertThat(site.name()).isEqualTo(Text.same("east"));
    assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(site.profile()).isEqualTo(Profile.CN);
    assertThat(site.devices()).isEmpty();
    assertThat(site.calendar().night()).isEqualTo(DailyWindow.parse("22:00-05:00"));
    assertThat(site.escalation()).isEqualTo(Escalation.DEFAULT);
    assertThat(site.retention()).isEqualTo(Retention.DEFAULT);
    assertThat(config.broker())
        .isEqualTo(new BrokerSettings.Embedded("127.0.0.1", 1883, Optional.empty(), List.of()));
    assertThat(config.http())
        .isEqualTo(
            new HttpSettings(
                "127.0.0.1", 8080, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(config.data()).isEqualTo(temporary.resolve("data/east"));
    assertThat(config.storage())
        .isEqualTo(new StorageSettings.Embedded(temporary.resolve("data/east/db"), 0));
  }

  @Test
  void sections_that_are_all_commented_out_are_as_if_not_there() {
    assertThat(folder.valid("site: {id: east}\nchannels:\nrules:\nhttp:\ncalendar:\nbroker:\n"))
        .isEqualTo(folder.valid("site: {id: east}"));
  }

  @Test
  void parts_of_your_own_take_their_secrets_from_files_beside() {
    Config config =
        folder.valid(
            """
            site: {id: east}
            broker: {url: "ssl://mqtt.example.org", username: u, password-file: secrets/ok, ca: certs/ca.pem}
            storage: {url: "jdbc:postgresql://127.0.0.1:5432/wuchang", username: w, password: "${SECRET}", reader-password: "${SECRET}-reads"}
            http: {host: 0.0.0.0, port: "${PORT}", tls: {cert: certs/ca.pem, key: certs/key.pem}, public-url: "https://x.org", metrics-token: "${SECRET}-measures"}
            data: /var/lib/wuchang
            """);

    assertThat(config.broker())
        .isEqualTo(
            new BrokerSettings.Remote(
                URI.create("ssl://mqtt.example.org:8883"),
                Optional.of("u"),
                Optional.of("hunter2"),
                Optional.of(folder.path("certs/ca.pem"))));
    assertThat(config.storage())
        .isEqualTo(
            new StorageSettings.Remote(
                "jdbc:postgresql://127.0.0.1:5432/wuchang",
                Optional.of("w"),
                Optional.of("hunter2"),
                Optional.of("hunter2-reads")));
    assertThat(config.http())
        .isEqualTo(
            new HttpSettings(
                "0.0.0.0",
                8081,
                Optional.of(new Tls(folder.path("certs/ca.pem"), folder.path("certs/key.pem"))),
                Optional.of(URI.create("https://x.org")),
                Optional.of("hunter2-measures")));
    assertThat(config.data()).isEqualTo(Path.of("/var/lib/wuchang"));
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @Test
  void a_login_may_stand_in_the_url_of_the_broker() {
    Config config = folder.valid("site: {id: e}\nbroker: {url: 'tcp://u:hunter%3A2@h:18830'}");

    assertThat(config.broker())
        .isEqualTo(
            new BrokerSettings.Remote(
                URI.create("tcp://h:18830"),
                Optional.of("u"),
                Optional.of("hunter:2"),
                Optional.empty()));
  }

  @Test
  void the_embedded_broker_has_users() {
    Config config =
        folder.valid(
            """
            site: {id: east}
            areas: [{id: kitchen}]
            devices: [{id: fridge-1, kind: fridge, area: kitchen}]
            broker:
              embedded:
                port: 0
                anonymous: false
                users:
                  - {name: gw-1, password-file: secrets/ok, devices: [fridge-1]}
                  - {name: all, password: "$${x"}
            """);

    assertThat(config.broker())
        .isEqualTo(
            new BrokerSettings.Embedded(
                "127.0.0.1",
                0,
                Optional.empty(),
                List.of(
                    new BrokerUser("gw-1", "hunter2", List.of(DeviceId.of("fridge-1"))),
                    new BrokerUser("all", "${x", List.of()))));
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @Test
  void calendar_people_and_duty_are_as_written() {
    Site site =
        folder
            .valid(
                """
                site: {id: east, name: {zh: 东区食堂, en: East canteen}, profile: UK, timezone: Europe/London, diners: 800}
                calendar:
                  meals: [{id: lunch, days: mon-fri, prep: "08:30-11:00", service: "11:00-13:00", cleaning: "13:00-14:30"}]
                  night: "23:00-04:00"
                  closed: [2026-10-01/2026-10-07, 2027-01-01]
                  working: [2026-10-10]
                  quiet:
                    - {id: drill, reason: 消防演练, dates: [2026-11-09], time: "10:00-11:00"}
                    - {id: holiday, reason: 放假停餐, area: kitchen, closed: true}
                people:
                  - {id: p1, name: 张三, role: operation, phone: "138…", card: 0012345678, health-certificate: 2027-03-01, areas: [kitchen], absent: [2026-11-02/2026-11-08]}
                  - {id: p2, name: 李四, role: contractor}
                areas:
                  - {id: kitchen, name: Kitchen, responsible: p1, deputy: p2, food: true, contractor: p2}
                escalation: {critical: [0m, 1m]}
                rota: [{level: 2, days: "sat,sun", time: "22:00-05:00", who: [p1, p2]}]
                retention: {raw: 30d, records: 2y}
                """)
            .site();

    assertThat(site.name()).isEqualTo(new Text("东区食堂", "East canteen"));
    assertThat(site.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(site.calendar().meals())
        .containsExactly(
            new Meal(
                "lunch",
                DailyWindow.parse("mon-fri 08:30-11:00"),
                DailyWindow.parse("mon-fri 11:00-13:00"),
                DailyWindow.parse("mon-fri 13:00-14:30")));
    assertThat(site.calendar().night()).isEqualTo(DailyWindow.parse("23:00-04:00"));
    assertThat(site.calendar().closed())
        .containsExactly(
            new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7)),
            new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1)));
    assertThat(site.calendar().working()).containsExactly(LocalDate.of(2026, 10, 10));
    assertThat(site.people().get(PersonId.of("p1")))
        .isEqualTo(
            new Person(
                PersonId.of("p1"),
                "张三",
                Role.OPERATION,
                Optional.of("138…"),
                Optional.of("0012345678"),
                Optional.of(LocalDate.of(2027, 3, 1)),
                List.of(AreaId.of("kitchen")),
                List.of(new DateRange(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8)))));
    assertThat(site.calendar().quiet())
        .containsExactly(
            new PlannedSilence(
                "drill",
                "消防演练",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                DailyWindow.parse("10:00-11:00"),
                List.of(new DateRange(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 9))),
                false),
            new PlannedSilence(
                "holiday",
                "放假停餐",
                Optional.of(AreaId.of("kitchen")),
                Optional.empty(),
                Set.of(),
                DailyWindow.parse("00:00-00:00"),
                List.of(),
                true));
    assertThat(site.areas().get(AreaId.of("kitchen")))
        .isEqualTo(
            new Area(
                AreaId.of("kitchen"),
                Text.same("Kitchen"),
                Optional.of(PersonId.of("p1")),
                Optional.of(PersonId.of("p2")),
                true,
                Optional.of(PersonId.of("p2")),
                Map.of()));
    assertThat(site.escalation().levels().get(Severity.CRITICAL))
        .containsExactly(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(site.escalation().levels().get(Severity.MAJOR)).hasSize(3);
    assertThat(site.rota())
        .containsExactly(
            new RotaShift(
                2,
                new DailyWindow(
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    LocalTime.of(22, 0),
                    LocalTime.of(5, 0)),
                List.of(PersonId.of("p1"), PersonId.of("p2"))));
    assertThat(site.retention())
        .isEqualTo(
            new Retention(
                Duration.ofDays(30), Retention.DEFAULT.rollup(), Duration.ofDays(2 * 365)));
  }
}
