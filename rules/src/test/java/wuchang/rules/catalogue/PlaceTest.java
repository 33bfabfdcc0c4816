package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.Quantity;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Traits;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** What a device is to the others of its site. */
class PlaceTest {
  private static final Device FIRST = Kitchen.device("fridge-1", DeviceKind.FRIDGE);
  private static final Device SECOND = Kitchen.device("fridge-2", DeviceKind.FRIDGE);
  private static final Device STORE =
      Kitchen.in(Kitchen.OFFICE, Kitchen.device("store-1", DeviceKind.DRY_STORE));
  private static final Device METER = Kitchen.device("meter", DeviceKind.ELECTRICITY_METER);

  @Test
  void food_is_where_its_area_says() {
    assertThat(place(FIRST, FIRST, STORE).isFood()).isTrue();
    assertThat(place(STORE, FIRST, STORE).isFood()).isFalse();
  }

  @Test
  void the_first_device_of_an_area_stands_for_it_and_the_first_of_a_kind_for_that() {
    assertThat(place(FIRST, STORE, FIRST, SECOND).standsForArea()).isTrue();
    assertThat(place(SECOND, STORE, FIRST, SECOND).standsForArea()).isFalse();
    assertThat(place(STORE, FIRST, STORE).standsForArea()).isTrue();

    assertThat(place(FIRST, STORE, FIRST, SECOND).isFirstOfItsKind()).isTrue();
    assertThat(place(SECOND, STORE, FIRST, SECOND).isFirstOfItsKind()).isFalse();
  }

  @Test
  void a_device_is_beside_those_of_its_area() {
    Device room = Kitchen.device("room", DeviceKind.PREP_ROOM);

    assertThat(place(FIRST, FIRST, room).isBeside(DeviceKind.PREP_ROOM)).isTrue();
    assertThat(place(FIRST, FIRST, Kitchen.in(Kitchen.OFFICE, room)).isBeside(DeviceKind.PREP_ROOM))
        .isFalse();
    assertThat(place(FIRST, FIRST, room).isBeside(DeviceKind.UV_LAMP)).isFalse();
  }

  @Test
  void the_sensors_of_a_room_are_the_other_gates_lamps_and_rooms_of_its_area() {
    Device lamp = Kitchen.device("lamp", DeviceKind.UV_LAMP);
    Device room = Kitchen.every(Kitchen.device("room", DeviceKind.PREP_ROOM), Duration.ofHours(1));
    Device far = Kitchen.in(Kitchen.OFFICE, Kitchen.device("far", DeviceKind.PREP_ROOM));
    Device gateless = Kitchen.device("gateway", DeviceKind.GATEWAY);
    Device gate = Kitchen.in(Kitchen.KITCHEN, events("gate", DeviceKind.ACCESS_GATE));

    assertThat(place(lamp, lamp, room, far, FIRST, gateless, gate).roomSensors())
        .isEqualTo(Map.of(room.id(), Duration.ofHours(3).toMillis(), gate.id(), Kind.NEVER));
  }

  @Test
  void a_meter_keeps_food_cold_when_a_cold_unit_hangs_on_it_or_on_a_meter_below_it() {
    Device below = Kitchen.on("meter", Kitchen.device("below", DeviceKind.ELECTRICITY_METER));
    Device fridge = Kitchen.on("below", FIRST);
    Device stove = Kitchen.on("below", Kitchen.device("stove", DeviceKind.HOT_HOLDING));

    assertThat(place(METER, METER, FIRST).keepsFoodCold()).as("on another circuit").isFalse();
    assertThat(place(METER, METER, below, stove).keepsFoodCold()).as("nothing cold").isFalse();
    assertThat(place(METER, METER, below, fridge).keepsFoodCold()).isTrue();
    assertThat(place(below, METER, below, fridge).keepsFoodCold()).isTrue();
  }

  @Test
  void circuits_that_are_closed_to_a_ring_come_to_an_end() {
    Device one = Kitchen.on("two", Kitchen.device("one", DeviceKind.ELECTRICITY_METER));
    Device two = Kitchen.on("one", Kitchen.device("two", DeviceKind.ELECTRICITY_METER));
    Device fridge = Kitchen.on("one", FIRST);

    assertThat(place(METER, METER, one, two, fridge).keepsFoodCold()).isFalse();
    assertThat(place(two, METER, one, two, fridge).keepsFoodCold()).isTrue();
  }

  @Test
  void a_device_is_for_the_meals_it_is_planned_for_and_without_a_plan_for_all() {
    Device planned =
        Kitchen.device(
            "dishwasher",
            DeviceKind.DISHWASHER,
            Kitchen.traits(Map.of(), false, "dinner"),
            Map.of());
    Schedule its = place(planned, planned).windows(Set.of(Use.Window.SERVICE));
    Schedule all = place(FIRST, FIRST).windows(Set.of(Use.Window.SERVICE));
    long noon = Instant.parse("2026-01-05T12:00:00Z").toEpochMilli();
    long evening = Instant.parse("2026-01-05T18:00:00Z").toEpochMilli();

    assertThat(its.contains(noon)).isFalse();
    assertThat(its.contains(evening)).isTrue();
    assertThat(all.contains(noon)).isTrue();
    assertThat(all.contains(evening)).isTrue();
  }

  @Test
  void a_board_has_one_phase_unless_it_says_how_many() {
    Traits three = Kitchen.traits(Map.of("phases", Quantity.parse("3")), false);

    assertThat(place(METER, METER).phases()).isEqualTo(1);
    assertThat(
            new Place(
                    Kitchen.site(),
                    Kitchen.device("m", DeviceKind.ELECTRICITY_METER, three, Map.of()))
                .phases())
        .isEqualTo(3);
  }

  private static Device events(String id, DeviceKind kind) {
    Device plain = Kitchen.device(id, kind);
    return new Device(
        plain.id(),
        plain.kind(),
        plain.area(),
        plain.name(),
        java.util.Optional.empty(),
        plain.gateway(),
        plain.circuit(),
        plain.traits(),
        plain.sources(),
        plain.rules());
  }

  private static Place place(Device device, Device... all) {
    return new Place(Kitchen.site(all), device);
  }
}
