package wuchang.simulators.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Dice;

/**
 * Who comes and goes on which day, by the site's calendar: cooks in one or two shifts that change
 * weekly, managers by day, visitors with an appointment, goods in the morning; nearly nobody on a
 * day off. It depends on the site, the seed and the day alone, so that what the gates see, what
 * people write down and the truth about both agree. How often people go out and in is practice of
 * canteens.
 */
public record Roster(Site site, long seed, List<DeviceId> doors, Optional<DeviceId> goodsDoor) {
  private static final int MOST_VISITORS = 3;

  /** A door that may stand open for that long is built for goods, s. */
  private static final double GOODS_HOLD = 300;

  /** The roster of a site. */
  public static Roster of(Site site, long seed) {
    List<DeviceId> doors = new ArrayList<>();
    Optional<DeviceId> goods = Optional.empty();
    for (Device device : site.devices().values()) {
      if (device.kind() == DeviceKind.ACCESS_GATE) {
        if (hold(device) >= GOODS_HOLD && goods.isEmpty()) {
          goods = Optional.of(device.id());
        } else {
          doors.add(device.id());
        }
      }
    }
    return new Roster(site, seed, doors.isEmpty() ? goods.stream().toList() : doors, goods);
  }

  public Roster {
    doors = List.copyOf(doors);
  }

  private static double hold(Device gate) {
    return gate.traits().quantity("hold").map(hold -> hold.in(Unit.SECOND)).orElse(60.0);
  }

  /** All who pass a gate on that day, in the order of time. */
  public List<Walk> on(LocalDate day) {
    if (doors.isEmpty()) {
      return List.of();
    }
    List<Walk> walks = new ArrayList<>();
    Optional<WorkDay> work = WorkDay.of(site, day);
    List<Person> staff = staff(day);
    for (int i = 0; i < staff.size(); i++) {
      Commute commute = commute(staff.get(i), random(day, 100 + i));
      if (work.isPresent()) {
        walks.addAll(commute.on(day, work.get(), i));
      } else {
        walks.addAll(commute.onDayOff(day));
      }
    }
    visits(day).forEach(visit -> addVisit(visit, walks));
    work.ifPresent(w -> deliveries(day, w, walks));
    walks.sort(Comparator.comparing(Walk::at));
    return walks;
  }

  /** Everybody has habits of their own, which stay from day to day. */
  private Commute commute(Person person, SplittableRandom random) {
    SplittableRandom own = random(LocalDate.EPOCH, person.id().value().hashCode());
    double early = Math.max(3, Dice.around(own, 9, 3));
    return new Commute(this, person, early, Dice.between(own, 0.7, 1.4), random);
  }

  /** The first coming of each who works on that day; nobody on a day off. */
  public List<Walk> arrivals(LocalDate day) {
    if (WorkDay.of(site, day).isEmpty()) {
      return List.of();
    }
    Set<Badge> here = new HashSet<>();
    return on(day).stream()
        .filter(w -> w.way() == Walk.Way.ENTERS && !w.who().person().isEmpty())
        .filter(w -> here.add(w.who()))
        .toList();
  }

  /** Those with a card who may handle food: a certificate that has run out keeps one away. */
  List<Person> staff(LocalDate day) {
    return carded().stream().filter(p -> mayWork(p, day)).toList();
  }

  /** Somebody with a card whose health certificate is missing or has run out. */
  public Optional<Badge> uncertified(LocalDate day) {
    return carded().stream().filter(p -> !mayWork(p, day)).map(Roster::badge).findFirst();
  }

  /** One of those who work on that day. */
  public Badge anyOf(LocalDate day, long number) {
    List<Person> staff = staff(day);
    return staff.isEmpty()
        ? Badge.NOBODY
        : badge(staff.get((int) Math.floorMod(number, (long) staff.size())));
  }

  /** Somebody who works on that day, but not behind that door. */
  public Optional<Badge> unassigned(LocalDate day, DeviceId door) {
    return staff(day).stream().filter(p -> !isAssigned(p, door)).map(Roster::badge).findFirst();
  }

  /** Whether a special room (专间) lies behind a door, which only those who work there may enter. */
  public static boolean isSpecial(Site site, DeviceId door) {
    Optional<AreaId> area = site.device(door).map(Device::area);
    return site.devices().values().stream()
        .filter(device -> device.kind() == DeviceKind.PREP_ROOM)
        .anyMatch(room -> area.filter(room.area()::equals).isPresent());
  }

  /** The doors that somebody uses: those of the own areas; else those that all may use. */
  List<DeviceId> doorsOf(Person person) {
    List<DeviceId> own = doors.stream().filter(door -> isAssigned(person, door)).toList();
    List<DeviceId> free = doors.stream().filter(door -> !isSpecial(site, door)).toList();
    return !own.isEmpty() ? own : !free.isEmpty() ? free : doors;
  }

  private boolean isAssigned(Person person, DeviceId door) {
    return site.device(door).map(Device::area).filter(person.areas()::contains).isPresent();
  }

  private boolean mayWork(Person person, LocalDate day) {
    boolean kept = carded().stream().anyMatch(p -> p.healthCertificate().isPresent());
    return !kept || person.healthCertificate().filter(until -> !until.isBefore(day)).isPresent();
  }

  private List<Person> carded() {
    return site.people().values().stream().filter(p -> p.card().isPresent()).toList();
  }

  static Badge badge(Person person) {
    return new Badge(person.id().value(), person.card().orElse(""));
  }

  /** The appointments of a working day. */
  public List<Visit> visits(LocalDate day) {
    List<Visit> visits = new ArrayList<>();
    SplittableRandom random = random(day, 1);
    int many = (int) (Math.pow(random.nextDouble(), 2) * (MOST_VISITORS + 1));
    if (doors.isEmpty() || WorkDay.of(site, day).isEmpty()) {
      return visits;
    }
    for (int i = 0; i < many; i++) {
      Instant from = at(day, Dice.between(random, 9, 15.5));
      double pass = Dice.between(random, 45, 120);
      Instant leaves = from.plus(minutes(pass * Dice.between(random, 0.3, 0.95)));
      String card = Visit.card(day.toEpochDay() * MOST_VISITORS + i);
      visits.add(new Visit(doors.get(0), host(), card, from, from.plus(minutes(pass)), leaves));
    }
    return visits;
  }

  /** A visit at that gate that lasts longer than its pass. */
  public Visit overstay(DeviceId gate, Instant from, Instant leaves) {
    return Visit.overstaying(gate, host(), from, leaves);
  }

  private String host() {
    return site.people().values().stream()
        .filter(p -> p.role() == Role.MANAGEMENT)
        .findFirst()
        .or(() -> site.people().values().stream().findFirst())
        .map(p -> p.id().value())
        .orElse("");
  }

  private static void addVisit(Visit visit, List<Walk> walks) {
    Duration open = Duration.ofSeconds(6);
    Badge pass = visit.badge();
    walks.add(new Walk(visit.from(), visit.gate(), Walk.Way.ENTERS, pass, open, visit.note()));
    walks.add(
        new Walk(visit.leaves(), visit.gate(), Walk.Way.LEAVES_BY_CARD, pass, open, visit.note()));
  }

  /** Lorries come before and while the first meal is prepared; the door stands open meanwhile. */
  private void deliveries(LocalDate day, WorkDay work, List<Walk> walks) {
    SplittableRandom random = random(day, 2);
    int many = 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      Instant at = work.opens().plus(minutes(Dice.between(random, 5, 100)));
      double seconds =
          goodsDoor.isPresent()
              ? Math.min(0.7 * GOODS_HOLD, Dice.longTailed(random, 150, 0.4))
              : Dice.between(random, 15, 38);
      Duration open = Duration.ofMillis(Math.round(seconds * 1000));
      DeviceId door = goodsDoor.orElse(doors.get(0));
      walks.add(new Walk(at, door, Walk.Way.TAKES_IN_GOODS, Badge.NOBODY, open, "goods"));
    }
  }

  Instant at(LocalDate day, double hour) {
    return day.atStartOfDay(site.zone()).plusMinutes(Math.round(hour * 60)).toInstant();
  }

  static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  SplittableRandom random(LocalDate day, int what) {
    long salt = (seed * 0xBF58476D1CE4E5B9L + site.id().value().hashCode()) * 31L + what;
    return new SplittableRandom(salt * 0x9E3779B97F4A7C15L + day.toEpochDay());
  }
}
