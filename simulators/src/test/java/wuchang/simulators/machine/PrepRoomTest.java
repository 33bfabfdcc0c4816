package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mishap.RoomMishap;

/** A room and its lamp on one plan; meals are served at 06:30, 11:00 and 17:00. */
class PrepRoomTest {
  private final List<Map<Metric, Double>> room = new ArrayList<>();
  private final List<Map<Metric, Double>> lamp = new ArrayList<>();

  @Test
  void the_lamp_burns_long_before_each_meal_with_nobody_inside() {
    for (long seed = 1; seed <= 2; seed++) {
      room(seed).pass(Duration.ofHours(22));
      lamp(seed).pass(Duration.ofHours(22));

      for (double service : new double[] {6.5, 11, 17}) {
        assertThat(longestUv(service - 3, service)).as("before %s", service).isBetween(30.0, 52.0);
      }
      for (int i = 0; i < lamp.size(); i++) {
        assertThat(lamp.get(i).get(Metric.OCCUPIED)).isEqualTo(room.get(i).get(Metric.OCCUPIED));
        assertThat(lamp.get(i).get(Metric.UV_ON) * lamp.get(i).get(Metric.OCCUPIED)).isZero();
      }
      assertThat(occupiedShare(9.9, 13)).as("seed %s", seed).isBetween(0.6, 0.99);
    }
  }

  @Test
  void a_used_room_is_cool_and_its_compressor_cycles() {
    for (long seed = 1; seed <= 2; seed++) {
      Playing<PrepRoom> playing = room(seed).pass(Duration.ofHours(13));

      assertThat(warmest(9, 13)).as("seed %s", seed).isLessThan(24.5);
      assertThat(coolest(9, 13)).isGreaterThan(19);
      assertThat(playing.sayings()).as("doors and people are said").hasSizeGreaterThan(40);
    }
  }

  @Test
  void both_devices_of_an_area_follow_one_plan_whatever_is_built_first() {
    RoomPlan one = new RoomPlan(Days.threeMeals(), 5);
    RoomPlan same = new RoomPlan(Days.threeMeals(), 5);
    RoomPlan other = new RoomPlan(Days.threeMeals(), 6);

    assertThat(one.on(Playing.START)).isEqualTo(same.on(Playing.START));
    assertThat(one.on(Playing.START)).isNotEqualTo(other.on(Playing.START));
  }

  @Test
  void the_nameplates_are_obeyed() {
    UvLamp tubes =
        UvLamp.dark(
            Optional.of(100.0), new RoomPlan(Days.threeMeals(), 1), new SplittableRandom(1));
    RoomBuild build = RoomBuild.of(Optional.of(20.0), new SplittableRandom(1));

    assertThat(tubes.rated()).isEqualTo(100);
    assertThat(build.setPoint()).isEqualTo(20);
  }

  @Test
  void without_cooling_people_and_the_kitchen_warm_it_soon() {
    room(2)
        .pass(Duration.ofHours(10))
        .with(RoomMishap.AIR_CONDITIONER_DEAD, 0.95, Duration.ofHours(2))
        .pass(Duration.ofHours(2));

    assertThat(warmest(11, 11.7)).isGreaterThan(25.5);
    assertThat(coolest(11, 11.7)).isGreaterThan(25.2);
  }

  @Test
  void set_too_warm_it_is_too_warm() {
    room(2)
        .pass(Duration.ofHours(10))
        .with(RoomMishap.SET_TOO_WARM, 0.8, Duration.ofHours(2))
        .pass(Duration.ofHours(2));

    assertThat(coolest(11, 12)).isGreaterThan(25.3);
  }

  @Test
  void a_resting_compressor_and_carrying_goods_come_to_nothing() {
    for (RoomMishap kind : List.of(RoomMishap.COMPRESSOR_RESTS, RoomMishap.GOODS_CARRIED_IN)) {
      Playing<PrepRoom> playing =
          room(2).pass(Duration.ofHours(10)).with(kind, 1, Duration.ofMinutes(30));
      playing.pass(Duration.ofHours(1));

      assertThat(warmest(10, 11)).as(kind.word()).isLessThan(25.5);
      long open = room.stream().skip(18_000).filter(r -> r.get(Metric.DOOR_OPEN) == 1).count() * 2;
      assertThat(open > 300).isEqualTo(kind == RoomMishap.GOODS_CARRIED_IN);
    }
  }

  @Test
  void a_skipped_lamp_is_dark_and_dead_tubes_draw_nothing() {
    lamp(3).with(RoomMishap.UV_SKIPPED, 1, Duration.ofHours(8)).pass(Duration.ofHours(7));
    assertThat(lamp).allMatch(l -> l.get(Metric.UV_ON) == 0);

    lamp(3).with(RoomMishap.UV_TUBES_DEAD, 0.9, Duration.ofHours(8)).pass(Duration.ofHours(7));
    assertThat(longestUv(3, 6.5)).isGreaterThan(30);
    assertThat(lamp).allMatch(l -> l.get(Metric.POWER) < 15);
  }

  @Test
  void an_interrupted_lamp_never_burns_for_half_an_hour() {
    lamp(3).with(RoomMishap.UV_INTERRUPTED, 1, Duration.ofHours(8)).pass(Duration.ofHours(7));

    assertThat(longestUv(3, 6.5)).isBetween(5.0, 13.0);
    assertThat(lamp).allMatch(l -> l.get(Metric.UV_ON) * l.get(Metric.OCCUPIED) == 0);
  }

  @Test
  void a_lamp_over_people_shows_both_and_one_at_night_shows_nobody() {
    lamp(3).with(RoomMishap.UV_ON_PEOPLE, 1, Duration.ofMinutes(5)).pass(Duration.ofMinutes(4));
    assertThat(lamp).allMatch(l -> l.get(Metric.UV_ON) * l.get(Metric.OCCUPIED) == 1);

    lamp(3).with(RoomMishap.UV_OUT_OF_TURN, 1, Duration.ofMinutes(5)).pass(Duration.ofMinutes(4));
    assertThat(lamp).allMatch(l -> l.get(Metric.UV_ON) == 1 && l.get(Metric.OCCUPIED) == 0);
    assertThat(lamp.get(100).get(Metric.POWER)).isGreaterThan(50);
  }

  private Playing<PrepRoom> room(long seed) {
    room.clear();
    RoomBuild build = RoomBuild.of(Optional.empty(), new SplittableRandom(seed));
    RoomPlan plan = new RoomPlan(Days.threeMeals(), seed);
    return new Playing<>(PrepRoom.unused(build, plan), seed).watch(m -> room.add(m.readings()));
  }

  private Playing<UvLamp> lamp(long seed) {
    lamp.clear();
    RoomPlan plan = new RoomPlan(Days.threeMeals(), seed);
    return new Playing<>(UvLamp.dark(Optional.empty(), plan, new SplittableRandom(seed)), seed)
        .watch(m -> lamp.add(m.readings()));
  }

  private double longestUv(double fromHour, double toHour) {
    int longest = 0;
    int run = 0;
    for (Map<Metric, Double> now : between(lamp, fromHour, toHour)) {
      run = now.get(Metric.UV_ON) == 1 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * 2 / 60.0;
  }

  private double occupiedShare(double fromHour, double toHour) {
    return between(lamp, fromHour, toHour).stream()
        .mapToDouble(l -> l.get(Metric.OCCUPIED))
        .average()
        .orElseThrow();
  }

  private double warmest(double fromHour, double toHour) {
    return between(room, fromHour, toHour).stream()
        .mapToDouble(r -> r.get(Metric.TEMPERATURE))
        .max()
        .orElseThrow();
  }

  private double coolest(double fromHour, double toHour) {
    return between(room, fromHour, toHour).stream()
        .mapToDouble(r -> r.get(Metric.TEMPERATURE))
        .min()
        .orElseThrow();
  }

  private static List<Map<Metric, Double>> between(
      List<Map<Metric, Double>> all, double fromHour, double toHour) {
    return all.subList((int) (fromHour * 1_800), (int) (toHour * 1_800));
  }
}
