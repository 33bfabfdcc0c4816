package wuchang.simulators.mishap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

/**
 * The truth about one mishap, as a row of the labels of CONTRACT §4.
 *
 * @param kind the rule that should find it, or {@code benign:…}
 * @param passing whether a file of readings, which has the times of measuring, cannot show it
 */
public record Label(DeviceId device, Instant start, Instant end, String kind, boolean passing) {
  /** Meters above one another; more than any building has. */
  private static final int MOST_METERS = 8;

  /** Whoever skips so many messages is missed. */
  private static final int MISSED = 5;

  public static final String HEADER = "device,start,end,kind";

  /**
   * What a mishap is at that site, also at the devices on the circuit that it strikes; empty when
   * it is too mild or too short, or comes at the wrong time, to be anything.
   *
   * @param seed of what is simulated there
   */
  public static List<Label> of(Mishap mishap, Site site, long seed) {
    return of(mishap, site, seed, mishap.end());
  }

  /** The same, where its device suffered from it until that instant, after the end or at it. */
  public static List<Label> of(Mishap mishap, Site site, long seed, Instant suffered) {
    BiPredicate<Truth, DeviceId> suits =
        (truth, at) -> truth.occasion().suits(mishap.at(at), site, seed);
    List<Label> labels = new ArrayList<>();
    for (Device device : site.devices().values()) {
      if (device.id().equals(mishap.device())) {
        labels.addAll(
            labels(mishap, mishap.kind().truths(), device.kind(), device.id(), suits, suffered));
      } else if (hangsOn(device, mishap.device(), site)) {
        labels.addAll(
            labels(
                mishap, mishap.kind().downstream(), device.kind(), device.id(), suits, suffered));
      } else if (speaksThrough(device, mishap)) {
        labels.addAll(
            labels(mishap, mishap.kind().behind(), device.kind(), device.id(), suits, suffered));
      }
    }
    boolean patrol =
        mishap.kind() == RecordMishap.PATROL_SKIPPED || mishap.kind() == RecordMishap.PATROL_LATE;
    return patrol ? ofArea(labels, site) : labels;
  }

  /** What is true of an area stands at its first device. */
  private static List<Label> ofArea(List<Label> labels, Site site) {
    return labels.stream()
        .map(
            l ->
                new Label(firstBeside(l.device(), site), l.start(), l.end(), l.kind(), l.passing()))
        .toList();
  }

  private static DeviceId firstBeside(DeviceId id, Site site) {
    return site.device(id)
        .flatMap(
            known ->
                site.devices().values().stream()
                    .filter(device -> device.area().equals(known.area()))
                    .findFirst())
        .map(Device::id)
        .orElse(id);
  }

  /** Through the gateway that it strikes, and so often that it is missed while that is away. */
  private static boolean speaksThrough(Device device, Mishap mishap) {
    return device.gateway().filter(mishap.device()::equals).isPresent()
        && device
            .interval()
            .filter(often -> often.multipliedBy(MISSED).compareTo(mishap.length()) <= 0)
            .isPresent();
  }

  /** Directly or by a meter in between. */
  static boolean hangsOn(Device device, DeviceId circuit, Site site) {
    Optional<Device> above = device.circuit().flatMap(site::device);
    for (int i = 0; i < MOST_METERS && above.isPresent(); i++) {
      if (above.get().id().equals(circuit)) {
        return true;
      }
      above = above.get().circuit().flatMap(site::device);
    }
    return false;
  }

  private static List<Label> labels(
      Mishap mishap,
      List<Truth> truths,
      DeviceKind kind,
      DeviceId at,
      BiPredicate<Truth, DeviceId> suits,
      Instant suffered) {
    return truths.stream()
        .filter(truth -> truth.holds(mishap, kind))
        .filter(truth -> suits.test(truth, at))
        .map(
            truth ->
                new Label(
                    at,
                    mishap.onset(),
                    truth.lingers() ? suffered : mishap.end(),
                    truth.kind(),
                    truth.passing()))
        .distinct()
        .toList();
  }

  /** The row, without line feed; ids and times need no quotes. */
  public String csv() {
    return device + "," + start + "," + end + "," + kind;
  }
}
