package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Person;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A site as the example configuration describes it, without the configuration's reader. */
public final class EastCanteen {
  private static final AreaId KITCHEN = AreaId.of("kitchen");

  private EastCanteen() {}

  public static Site site() {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    for (Device device : devices()) {
      devices.put(device.id(), device);
    }
    Map<PersonId, Person> people = new LinkedHashMap<>();
    for (String[] person :
        new String[][] {
          {"zhang", "0012345671", "2028-09-01"},
          {"li", "0012345672", "2028-06-15"},
          {"wu", "0012345679", "2026-08-31"}
        }) {
      PersonId id = PersonId.of(person[0]);
      people.put(
          id,
          new Person(
              id,
              person[0],
              Role.OPERATION,
              Optional.empty(),
              Optional.of(person[1]),
              Optional.of(LocalDate.parse(person[2])),
              List.of()));
    }
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        800,
        new SiteCalendar(
            List.of(
                meal("breakfast", "05:30-06:30", "06:30-08:30", "08:30-09:30"),
                meal("lunch", "08:30-11:00", "11:00-13:00", "13:00-14:30"),
                meal("dinner", "15:00-17:00", "17:00-19:00", "19:00-20:30")),
            DailyWindow.parse("22:00-05:00"),
            List.of(),
            Set.of()),
        people,
        Map.of(
            KITCHEN,
            new Area(
                KITCHEN,
                Text.same("Kitchen"),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Map.of())),
        devices,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }

  private static List<Device> devices() {
    String cold = "meter-cold";
    List<Device> devices = new ArrayList<>();
    devices.add(device("gw-1", DeviceKind.GATEWAY, 60, ""));
    devices.add(device("fridge-1", DeviceKind.FRIDGE, 60, cold, "set-point", "4 °C"));
    devices.add(device("fridge-2", DeviceKind.FRIDGE, 60, cold, "set-point", "4 °C"));
    devices.add(device("fridge-3", DeviceKind.FRIDGE, 60, cold, "set-point", "3 °C"));
    devices.add(device("freezer-1", DeviceKind.FREEZER, 60, cold, "set-point", "-18 °C"));
    devices.add(device("freezer-2", DeviceKind.FREEZER, 60, cold, "set-point", "-20 °C"));
    devices.add(device("sample-1", DeviceKind.SAMPLE_FRIDGE, 60, cold, "set-point", "4 °C"));
    devices.add(
        device(
            "cabinet-1", DeviceKind.DISINFECTION_CABINET, 30, "meter-main", "rated-power", "3 kW"));
    devices.add(
        device(
            "water-1", DeviceKind.WATER_METER, 60, "", "max-flow", "6 m³/h", "resolution", "10 L"));
    devices.add(
        device(
            "meter-main",
            DeviceKind.ELECTRICITY_METER,
            60,
            "",
            "rated-current",
            "160 A",
            "phases",
            "3"));
    devices.add(
        device(
            cold,
            DeviceKind.ELECTRICITY_METER,
            60,
            "meter-main",
            "rated-current",
            "63 A",
            "phases",
            "3"));
    devices.add(device("gate-1", DeviceKind.ACCESS_GATE, 0, "", "hold", "60s"));
    devices.add(device("real-fridge", DeviceKind.ELECTRICITY_METER, 60, ""));
    return devices;
  }

  private static Meal meal(String id, String prep, String service, String cleaning) {
    return new Meal(id, window(prep), window(service), window(cleaning));
  }

  private static DailyWindow window(String times) {
    return DailyWindow.parse("mon-fri " + times);
  }

  private static Device device(
      String id, DeviceKind kind, int seconds, String circuit, String... traits) {
    Map<String, Quantity> quantities = new LinkedHashMap<>();
    for (int i = 0; i < traits.length; i += 2) {
      quantities.put(traits[i], Quantity.parse(traits[i + 1]));
    }
    List<LocalTime> defrosts =
        id.equals("fridge-1") ? List.of(LocalTime.of(3, 0), LocalTime.of(15, 0)) : List.of();
    return new Device(
        DeviceId.of(id),
        kind,
        KITCHEN,
        Text.same(id),
        Optional.of(Duration.ofSeconds(seconds)).filter(interval -> seconds > 0),
        Optional.empty(),
        circuit.isEmpty() ? Optional.empty() : Optional.of(DeviceId.of(circuit)),
        new Traits(
            quantities,
            id.equals("fridge-3"),
            false,
            Optional.empty(),
            defrosts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Traits.Defrost(defrosts, Duration.ofMinutes(40))),
            Optional.empty(),
            kind == DeviceKind.DISINFECTION_CABINET ? List.of("lunch", "dinner") : List.of(),
            List.of()),
        List.of(),
        Map.of());
  }
}
