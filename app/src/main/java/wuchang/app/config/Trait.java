package wuchang.app.config;

import static wuchang.domain.site.DeviceKind.ACCESS_GATE;
import static wuchang.domain.site.DeviceKind.COOLING_PROBE;
import static wuchang.domain.site.DeviceKind.DISHWASHER;
import static wuchang.domain.site.DeviceKind.DISINFECTION_CABINET;
import static wuchang.domain.site.DeviceKind.ELECTRICITY_METER;
import static wuchang.domain.site.DeviceKind.FREEZER;
import static wuchang.domain.site.DeviceKind.FRIDGE;
import static wuchang.domain.site.DeviceKind.HOT_HOLDING;
import static wuchang.domain.site.DeviceKind.PREP_ROOM;
import static wuchang.domain.site.DeviceKind.SAMPLE_FRIDGE;
import static wuchang.domain.site.DeviceKind.UV_LAMP;
import static wuchang.domain.site.DeviceKind.WATER_METER;

import java.util.List;
import java.util.Locale;
import wuchang.domain.site.DeviceKind;

/** A key of a device that only some kinds have a use for. */
enum Trait {
  SET_POINT(
      FRIDGE, FREEZER, SAMPLE_FRIDGE, HOT_HOLDING, PREP_ROOM, DISINFECTION_CABINET, DISHWASHER),
  RATED_CURRENT(ELECTRICITY_METER),
  PHASES(ELECTRICITY_METER),
  MAX_FLOW(WATER_METER),
  RESOLUTION(WATER_METER, ELECTRICITY_METER),
  MODULUS(WATER_METER, ELECTRICITY_METER),
  PRICE(WATER_METER, ELECTRICITY_METER),
  HOLD(ACCESS_GATE, PREP_ROOM),
  WALK_IN(FRIDGE, FREEZER),
  PROBE(FRIDGE, FREEZER, SAMPLE_FRIDGE, HOT_HOLDING, COOLING_PROBE, PREP_ROOM),
  DEFROST(FRIDGE, FREEZER, SAMPLE_FRIDGE),
  METHOD(DISINFECTION_CABINET, DISHWASHER),
  PLAN(DISINFECTION_CABINET, DISHWASHER, UV_LAMP),
  ALLOWED(ACCESS_GATE);

  private final List<DeviceKind> kinds;

  Trait(DeviceKind... kinds) {
    this.kinds = List.of(kinds);
  }

  /** As it stands in the configuration: {@code rated-current}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean suits(DeviceKind kind) {
    return kinds.contains(kind);
  }

  /** The kinds that have a use for it, by their words. */
  String suited() {
    return String.join(" ", kinds.stream().map(DeviceKind::word).toList());
  }
}
