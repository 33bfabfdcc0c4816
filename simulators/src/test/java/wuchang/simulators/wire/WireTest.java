package wuchang.simulators.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.canteen.FullCanteen;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.WireMishap;

/** What a whole canteen's messages become on their way. */
class WireTest {
  private static final DeviceId GATEWAY = DeviceId.of("gw-1");
  private static final Site SITE = site();
  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  private static final DeviceId OWN_LINE = DeviceId.of("water-1");

  @Test
  void the_same_seed_gives_the_same_bytes() throws Exception {
    List<Mishap> mishaps = List.of(at(FRIDGE, WireMishap.DUPLICATES, 0.5));

    assertThat(lines(play(bad(), 1, mishaps))).isEqualTo(lines(play(bad(), 1, mishaps)));
    assertThat(lines(play(bad(), 1, mishaps))).isNotEqualTo(lines(play(bad(), 2, mishaps)));
  }

  @Test
  void so_many_are_missing_repeated_and_late() throws Exception {
    List<Message> perfect = play(WireHabits.PERFECT, 3, List.of());
    List<String> heard = lines(play(bad(), 3, List.of()));
    List<String> said = lines(perfect);

    int distinct = new HashSet<>(heard).size();
    // A message that went missing is in neither; one still under way at the end is late.
    assertThat(said).containsAll(heard);
    assertThat(1 - distinct / (double) said.size()).isBetween(0.08, 0.13);
    assertThat((heard.size() - distinct) / (double) distinct).isBetween(0.03, 0.08);
    assertThat(overtaken(play(bad(), 3, List.of()))).isGreaterThan(overtaken(perfect) + 20);
  }

  @Test
  void messages_are_sent_in_the_order_of_their_sending() throws Exception {
    List<Message> sent = play(bad(), 4, List.of());

    for (int i = 1; i < sent.size(); i++) {
      assertThat(sent.get(i).sendAt()).isAfterOrEqualTo(sent.get(i - 1).sendAt());
    }
    assertThat(sent).allMatch(m -> !m.sendAt().isAfter(START.plus(HOUR.multipliedBy(3))));
  }

  @Test
  void a_gateway_that_is_away_lets_nothing_through() throws Exception {
    List<Message> sent =
        play(WireHabits.PERFECT, 5, List.of(at(GATEWAY, WireMishap.GATEWAY_OUTAGE, 1)));

    assertThat(of(sent, FRIDGE).stream().filter(m -> during(m.sendAt()))).isEmpty();
    assertThat(of(sent, GATEWAY).stream().filter(m -> during(m.sendAt()))).isEmpty();
    assertThat(of(sent, FRIDGE).stream().filter(m -> during(m.time()))).isEmpty();
    assertThat(of(sent, OWN_LINE).stream().filter(m -> during(m.sendAt()))).hasSize(60);
  }

  @Test
  void a_backlog_comes_afterwards_in_order_with_its_own_times() throws Exception {
    List<Message> perfect = play(WireHabits.PERFECT, 5, List.of());
    List<Message> sent =
        play(WireHabits.PERFECT, 5, List.of(at(GATEWAY, WireMishap.GATEWAY_BACKLOG, 1)));

    List<Message> held = sent.stream().filter(m -> during(m.time())).toList();
    assertThat(lines(of(held, FRIDGE)))
        .isEqualTo(lines(of(perfect, FRIDGE).stream().filter(m -> during(m.time())).toList()));
    assertThat(of(held, FRIDGE)).isNotEmpty();
    assertThat(of(held, FRIDGE))
        .allMatch(m -> m.sendAt().isAfter(START.plus(HOUR.multipliedBy(2))));
    assertThat(new HashSet<>(lines(sent))).isEqualTo(new HashSet<>(lines(perfect)));
  }

  @Test
  void wrong_clocks_show_other_times_and_leave_the_sending_alone() throws Exception {
    Message reset = struck(WireMishap.CLOCK_RESET, 1);
    assertThat(reset.time()).isBetween(Instant.EPOCH, Instant.EPOCH.plus(HOUR));
    assertThat(reset.text()).doesNotContain("\"ts\":17");
    assertThat(struck(WireMishap.CLOCK_RESET, 0.5).time().toString()).startsWith("2000-01-01T00:");
    assertThat(ahead(struck(WireMishap.CLOCK_LOCAL_TIME, 1))).isEqualTo(Duration.ofHours(8));
    assertThat(ahead(struck(WireMishap.CLOCK_BEHIND, 0.5))).isEqualTo(Duration.ofMinutes(-90));
    assertThat(ahead(struck(WireMishap.CLOCK_SKEW, 0.5))).isEqualTo(Duration.ofMinutes(2));
    assertThat(ahead(struck(WireMishap.CLOCK_DRIFT, 1)).toSeconds()).isBetween(-26L, 0L);
  }

  @Test
  void disturbances_of_one_device_do_what_they_say() throws Exception {
    List<String> said = lines(of(play(WireHabits.PERFECT, 7, List.of()), FRIDGE));
    int usual = said.size();
    List<Message> fewer = of(play(7, at(FRIDGE, WireMishap.DROPOUTS, 1)), FRIDGE);
    List<Message> twice = of(play(7, at(FRIDGE, WireMishap.DUPLICATES, 1)), FRIDGE);
    List<Message> mixed = of(play(7, at(FRIDGE, WireMishap.DISORDER, 1)), FRIDGE);
    List<Message> kept = of(play(7, at(FRIDGE, WireMishap.RECONNECTING, 1)), FRIDGE);

    assertThat(fewer.size()).isBetween(usual - 90, usual - 20);
    assertThat(twice.stream().filter(m -> during(m.time())).count())
        .isEqualTo(
            2 * twice.stream().filter(m -> during(m.time())).map(Message::text).distinct().count());
    assertThat(overtaken(mixed)).isPositive();
    assertThat(kept.stream().filter(Message::retained)).hasSize(6);
    assertThat(new HashSet<>(lines(kept))).isEqualTo(new HashSet<>(said));
  }

  @Test
  void a_slow_radio_puts_several_samples_into_a_message() throws Exception {
    Duration none = Duration.ZERO;
    WireHabits.Uplink slow = new WireHabits.Uplink(4, Duration.ofMinutes(1));
    WireHabits lora = new WireHabits(0, 0, 0, none, none, none, slow, WireHabits.Outages.NEVER);
    List<Message> water = of(play(lora, 8, List.of()), OWN_LINE);

    assertThat(water).hasSize(45).allMatch(m -> m.said().size() == 4);
    assertThat(water.get(0).text()).startsWith("[{\"ts\":").endsWith("}]");
    assertThat(rows(water)).hasSize(rows(of(play(8), OWN_LINE)).size());
  }

  @Test
  void rows_are_what_would_be_kept_of_what_was_heard() {
    NativeForm form = new NativeForm(SITE.id());
    Map<Metric, Double> values = Map.of(Metric.TEMPERATURE, 4.2);
    Message past = form.telemetry(FRIDGE, Instant.EPOCH, values, false);

    assertThat(rows(List.of(past)))
        .containsExactly("1970-01-01T00:00:00Z fridge-1 temperature 4.2");
    assertThat(rows(List.of(past.sentAt(START))))
        .containsExactly("2026-11-23T01:00:00Z fridge-1 temperature 4.2");
    Map<Metric, Double> nothing = Map.of(Metric.TEMPERATURE, Double.NaN);
    Message empty = form.telemetry(FRIDGE, START, nothing, true);
    assertThat(rows(List.of(empty)))
        .containsExactly("2026-11-23T01:00:00Z fridge-1 temperature NaN");
    assertThat(empty.text())
        .isEqualTo(
            "{\"ts\":"
                + START.toEpochMilli()
                + ",\"values\":{\"temperature\":null},\"replay\":true}");
  }

  @Test
  void gateways_are_away_as_often_as_planned_and_with_labels() {
    WireHabits.Outages weekly = new WireHabits.Outages(1, HOUR, true);
    Duration years = Duration.ofDays(7 * 200);

    List<Mishap> plan = Absences.plan(SITE, weekly, 1, START, START.plus(years));
    assertThat(plan).hasSizeBetween(160, 240).allMatch(m -> m.device().equals(GATEWAY));
    assertThat(plan).isEqualTo(Absences.plan(SITE, weekly, 1, START, START.plus(years)));
    assertThat(plan).isNotEqualTo(Absences.plan(SITE, weekly, 2, START, START.plus(years)));
    assertThat(Absences.plan(SITE, WireHabits.Outages.NEVER, 1, START, START.plus(years)))
        .isEmpty();
  }

  @Test
  void an_absence_is_over_when_nobody_looks_further() {
    WireHabits.Outages often = new WireHabits.Outages(7, HOUR, true);
    Mishap whole = Absences.plan(SITE, often, 1, START, START.plus(Duration.ofDays(7))).get(0);
    Instant amidst = whole.onset().plusSeconds(1);

    List<Mishap> cut = Absences.plan(SITE, often, 1, START, amidst);

    assertThat(cut).singleElement().extracting(Mishap::end).isEqualTo(amidst);
    assertThat(whole.end()).isAfter(amidst);
  }

  @Test
  void an_impossible_habit_is_refused() {
    assertThatThrownBy(() -> new WireHabits.Uplink(0, HOUR)).hasMessageContaining("0 samples");
    assertThatThrownBy(() -> new WireHabits.Outages(-1, HOUR, true)).hasMessageContaining("-1.0");
  }

  private static WireHabits bad() {
    Duration none = Duration.ZERO;
    Duration late = Duration.ofMinutes(10);
    return new WireHabits(
        0.1, 0.05, 0.05, late, none, none, WireHabits.Uplink.EACH, WireHabits.Outages.NEVER);
  }

  /** A gateway with three devices, and a meter with a line of its own. */
  private static Site site() {
    Site east = EastCanteen.site();
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    for (String id : List.of("gw-1", "fridge-1", "fridge-2", "sample-1", "water-1")) {
      Device device = east.devices().get(DeviceId.of(id));
      boolean fed = !id.equals("gw-1") && !id.equals("water-1");
      devices.put(device.id(), fed ? Sites.fedBy(device, GATEWAY) : device);
    }
    return FullCanteen.of(east, devices);
  }

  private static boolean during(Instant time) {
    return !time.isBefore(START.plus(HOUR)) && time.isBefore(START.plus(HOUR.multipliedBy(2)));
  }

  private static Message struck(MishapKind kind, double severity) throws Exception {
    return of(play(6, at(FRIDGE, kind, severity)), FRIDGE).stream()
        .filter(m -> during(m.sendAt().minusSeconds(5)))
        .findFirst()
        .orElseThrow();
  }

  private static Duration ahead(Message message) {
    return Duration.between(message.sendAt(), message.time());
  }

  private static long overtaken(List<Message> sent) {
    long count = 0;
    Instant newest = Instant.EPOCH;
    for (Message message : sent) {
      count += message.time().isBefore(newest) ? 1 : 0;
      newest = message.time().isAfter(newest) ? message.time() : newest;
    }
    return count;
  }

  private static List<Message> of(List<Message> messages, DeviceId device) {
    return messages.stream().filter(m -> m.device().equals(device)).toList();
  }

  private static List<String> lines(List<Message> messages) {
    return messages.stream().map(m -> m.topic() + " " + m.text()).toList();
  }

  private static List<String> rows(List<Message> messages) {
    List<String> rows = new ArrayList<>();
    Message.Rows sink =
        new Message.Rows() {
          @Override
          public void value(Instant time, DeviceId device, Metric metric, double value) {
            rows.add(time + " " + device + " " + metric + " " + value);
          }

          @Override
          public void event(Instant time, Saying.Event event) {
            rows.add(time + " " + event.event().what());
          }
        };
    messages.forEach(m -> m.tell(sink));
    return rows;
  }

  private static Mishap at(DeviceId device, MishapKind kind, double severity) {
    Instant onset = START.plus(HOUR);
    return new Mishap(kind, device, onset, onset.plus(HOUR), severity);
  }

  private static List<Message> play(long seed, Mishap... mishaps) throws Exception {
    return play(WireHabits.PERFECT, seed, List.of(mishaps));
  }

  private static List<Message> play(WireHabits habits, long seed, List<Mishap> mishaps)
      throws Exception {
    List<Message> messages = new ArrayList<>();
    Workshop workshop = new Workshop(SITE, Map.of(), Map.of());
    Canteen canteen = new Canteen(workshop, habits, seed, START);
    canteen.until(START.plus(HOUR.multipliedBy(3)), mishaps, false, messages::add);
    return messages;
  }
}
