package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.mishap.WireMishap;
import wuchang.simulators.wire.DeviceClock;

/**
 * Decides what goes wrong where and when in one canteen. Two mishaps at one device keep a distance,
 * in which what the first did is seen to be over; one that finds no place with that distance is
 * tried with less, and is left out at last. The same seed gives the same mishaps, and one more rate
 * leaves the others' numbers alone.
 */
final class Cast {
  private static final Logger LOG = LoggerFactory.getLogger(Cast.class);
  private static final int TRIES = 400;

  /** What one mishap did has faded from alarms and goods by then. */
  private static final Duration REST = Duration.ofHours(4);

  /** What lasts so long and four times as long as an outage shows before it or after it. */
  private static final Duration LONG = Duration.ofHours(6);

  /** An older time is that of a clock that has begun anew, and not believed (CONTRACT §3). */
  private static final Duration BELIEVED = Duration.ofDays(1);

  /** Nothing begins with the scenario or ends with it: what is normal has to be seen too. */
  private static final Duration MARGIN = Duration.ofMinutes(20);

  private final Canteens.Part part;
  private final long seed;
  private final Kitchen kitchen;
  private final Stretch stretch;
  private final List<Mishap> cast = new ArrayList<>();

  /** Begins with the mishaps that have been put at a time. */
  Cast(Canteens.Part part, long seed, Stretch stretch, List<Mishap> planned) {
    this.part = part;
    this.seed = seed;
    this.kitchen = Kitchen.of(part.site());
    this.stretch = stretch;
    planned.stream().filter(m -> part.site().device(m.device()).isPresent()).forEach(cast::add);
  }

  /** Adds what a rate brings. */
  void add(Rate rate) {
    RandomGenerator random = new SplittableRandom(mixed(rate.kind()));
    List<DeviceId> struck = struckBy(rate.kind());
    int count = struck.isEmpty() ? 0 : rate.count(stretch, random);
    for (int i = 0; i < count; i++) {
      place(rate, struck, random)
          .ifPresentOrElse(
              cast::add,
              () ->
                  LOG.warn(
                      "event=mishap_left_out mishap={} place={}",
                      rate.kind().word(),
                      rate.where()));
    }
  }

  /** All of them. */
  List<Mishap> mishaps() {
    return List.copyOf(cast);
  }

  private List<DeviceId> struckBy(MishapKind kind) {
    return part.site().devices().values().stream()
        .filter(device -> Strikes.canHit(kind, device) && !part.traced().contains(device.id()))
        .map(Device::id)
        .toList();
  }

  private Optional<Mishap> place(Rate rate, List<DeviceId> struck, RandomGenerator random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Duration lasts = shortened(rate.custom().length(random), attempt);
      double severity = rate.custom().severity(random);
      DeviceId device = struck.get(random.nextInt(struck.size()));
      double share = random.nextDouble();
      long room = stretch.length().minus(lasts).minus(MARGIN.multipliedBy(2)).toSeconds();
      if (room > 0) {
        Instant onset = stretch.from().plus(MARGIN).plusSeconds((long) (share * room));
        Mishap mishap = new Mishap(rate.kind(), device, onset, onset.plus(lasts), severity);
        if (fits(mishap, rate, attempt)) {
          return Optional.of(mishap);
        }
      }
    }
    return Optional.empty();
  }

  /** In a short stretch a mishap of days is shown for part of it, and late attempts for less. */
  private Duration shortened(Duration lasts, int attempt) {
    int share = attempt < TRIES / 2 ? 2 : attempt < TRIES * 3 / 4 ? 5 : 16;
    Duration most = stretch.length().dividedBy(share);
    return lasts.compareTo(most) > 0 ? most : lasts;
  }

  /** Late attempts ask for less. */
  private boolean fits(Mishap mishap, Rate rate, int attempt) {
    boolean patient = attempt < TRIES / 2;
    Duration rest = patient ? REST : attempt < TRIES * 3 / 4 ? REST.dividedBy(4) : MARGIN;
    boolean timely = attempt > TRIES * 7 / 8 || rate.custom().hours().has(kitchen, mishap.onset());
    return timely
        && isWithin(mishap)
        && hasRest(mishap, rest)
        && (attempt > TRIES * 7 / 8 || isHeard(mishap))
        && (!patient || isTrue(mishap));
  }

  /** Whether what its clock shows begins with the stretch: a file has no earlier times. */
  private boolean isWithin(Mishap mishap) {
    Troubles troubles = Troubles.of(List.of(mishap), mishap.device(), mishap.onset());
    Instant shown =
        new DeviceClock(Duration.ZERO, part.site().zone()).shows(mishap.onset(), troubles);
    boolean believed = shown.isAfter(mishap.onset().minus(BELIEVED));
    return !believed || !shown.isBefore(stretch.from());
  }

  /** Whether what it does is not lost for the better part with a gateway that is away. */
  private boolean isHeard(Mishap mishap) {
    return cast.stream().noneMatch(other -> loses(other, mishap) || loses(mishap, other));
  }

  private boolean loses(Mishap outage, Mishap other) {
    boolean behind =
        outage.kind() == WireMishap.GATEWAY_OUTAGE
            && part.site()
                .device(other.device())
                .flatMap(Device::gateway)
                .filter(outage.device()::equals)
                .isPresent();
    boolean overlaps = outage.onset().isBefore(other.end()) && other.onset().isBefore(outage.end());
    boolean outlasts =
        other.length().compareTo(LONG) >= 0
            && other.length().compareTo(outage.length().multipliedBy(4)) >= 0;
    return behind && overlaps && !outlasts;
  }

  private boolean hasRest(Mishap mishap, Duration rest) {
    return cast.stream()
        .filter(other -> other.device().equals(mishap.device()))
        .noneMatch(
            other ->
                other.onset().isBefore(mishap.end().plus(rest))
                    && mishap.onset().isBefore(other.end().plus(rest)));
  }

  /** Whether it is there and then what it is meant to be: some are only wrong at the wrong time. */
  private boolean isTrue(Mishap mishap) {
    boolean fault = mishap.kind().truths().stream().anyMatch(t -> !isBenign(t.kind()));
    return Label.of(mishap, part.site(), seed).stream()
        .anyMatch(label -> !fault || !isBenign(label.kind()));
  }

  private static boolean isBenign(String kind) {
    return kind.startsWith("benign:");
  }

  private long mixed(MishapKind kind) {
    long hash = seed * 0x9E3779B97F4A7C15L + part.number() * 0xBF58476D1CE4E5B9L;
    for (char c : kind.word().toCharArray()) {
      hash = (hash ^ c) * 0x100000001B3L;
    }
    return hash;
  }
}
