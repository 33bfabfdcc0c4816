package wuchang.simulators.mishap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.site.DeviceKind;

/**
 * What can go wrong with a machine, and what that truly is (DOMAIN.md B3): an enum for each family
 * of machines. The truth is for the scoreboard; no model looks at it.
 */
public interface MishapKind {
  /** All of them, family by family. */
  static List<MishapKind> all() {
    return Stream.of(
            ColdMishap.values(),
            CabinetMishap.values(),
            FoodMishap.values(),
            RoomMishap.values(),
            WaterMishap.values(),
            PowerMishap.values(),
            GateMishap.values(),
            RecordMishap.values(),
            SensorMishap.values(),
            WireMishap.values())
        .<MishapKind>flatMap(Arrays::stream)
        .toList();
  }

  /** The one of that {@link #word}. */
  static Optional<MishapKind> of(String word) {
    return all().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The constant's name. */
  String name();

  /** The kinds of device it happens to. */
  Set<DeviceKind> strikes();

  /** What it truly is; several when one fault is wrong in several ways. */
  List<Truth> truths();

  /** What it truly is at the devices on the circuit of the meter that it strikes. */
  default List<Truth> downstream() {
    return List.of();
  }

  /** What it truly is at the devices that speak through the gateway that it strikes. */
  default List<Truth> behind() {
    return List.of();
  }

  /** As scenarios name it: {@code door-left-open}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
