package wuchang.rules.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;

/**
 * All rules on all devices: observations in, findings out. A pure fold, but for its memory: the
 * same observations in any order and any batches, and any ticks between them, end in the same
 * episodes. Not safe for use by several threads.
 *
 * <p>The newest observations of each device are kept, so that late ones can be judged again; {@link
 * #HELD} bounds them over all devices.
 */
public final class RuleEngine {
  /** How many observations are held over all devices: some 180 MB when all of them are. */
  private static final int HELD = 2_000_000;

  /** What came of a batch. */
  public record Look(List<Finding> findings, Map<DeviceId, Instant> tooLate) {
    public Look {
      findings = List.copyOf(findings);
      tooLate = Map.copyOf(tooLate);
    }
  }

  private final Map<DeviceId, Watch> watches = new LinkedHashMap<>();
  private final Ensembles ensembles = new Ensembles();

  /** The devices with a rule that wants records of a kind. */
  private final Map<RecordKind, Set<DeviceId>> readers = new EnumMap<>(RecordKind.class);

  /** By device, the rules of others that hear something of it. */
  private final Map<DeviceId, List<DeviceRules>> borrowers = new HashMap<>();

  /** The devices that keep something back: asked after every batch, and mostly none. */
  private final Set<DeviceId> keepingBack = new HashSet<>();

  private final Cells cells = new Cells();
  private final int most;
  private final Periods periods;

  public RuleEngine(List<DeviceRules> devices, Instant now) {
    this(devices, now, devices.size(), Periods.NONE);
  }

  /**
   * An engine that is to have so many devices, some of which are started from their history.
   *
   * @param expected the number of devices between which memory is shared out
   * @param periods over which evidence is added up
   */
  public RuleEngine(List<DeviceRules> devices, Instant now, int expected, Periods periods) {
    this.periods = periods;
    this.most = Math.max(512, Math.min(8192, HELD / Math.max(1, expected)));
    for (DeviceRules rules : devices) {
      put(rules, watch(rules, List.of(), now));
    }
  }

  /**
   * Starts a device anew from its history.
   *
   * @param standing episodes told before that began before the history, oldest raised first; those
   *     that have not ended stand on
   * @param told those, and the episodes told before that began after {@code from}
   * @param from what began before is known already
   */
  public List<Finding> rebuild(
      DeviceRules rules,
      List<Observation> history,
      List<Episode> standing,
      List<Episode> told,
      Instant from,
      Instant now) {
    Watch watch = watch(rules, standing, now);
    put(rules, watch);
    List<Finding> findings = watch.rebuild(history, told, from, now.toEpochMilli());
    if (rules.ensemble().isEmpty()) {
      noteKeepsBack(rules.device(), watch);
    }
    return findings;
  }

  /** Takes in observations; those of devices without rules are passed over. */
  public Look take(List<Observation> observations, Instant now) {
    Map<DeviceId, List<Observation>> byDevice = new LinkedHashMap<>();
    List<BookEntry> entries = new ArrayList<>();
    for (Observation observation : observations) {
      if (observation instanceof BookEntry entry) {
        entries.add(entry);
      } else {
        byDevice.computeIfAbsent(observation.device(), d -> new ArrayList<>()).add(observation);
      }
    }
    // What people write down is no sign of life of the devices that hear it.
    byDevice.forEach(ensembles::note);
    for (BookEntry entry : entries) {
      for (DeviceId reader : readers.getOrDefault(entry.kind(), Set.of())) {
        byDevice.computeIfAbsent(reader, d -> new ArrayList<>()).add(entry);
      }
    }
    lend(observations, byDevice);
    List<Finding> findings = new ArrayList<>();
    Map<DeviceId, Instant> tooLate = new HashMap<>();
    byDevice.forEach(
        (device, arrived) -> {
          Watch watch = watches.get(device);
          if (watch != null) {
            for (Observation observation : arrived) {
              if (watch.isTooLate(observation)) {
                tooLate.merge(device, observation.time(), (a, b) -> a.isBefore(b) ? a : b);
              }
            }
            add(watch.take(arrived, now.toEpochMilli()), findings);
            noteKeepsBack(device, watch);
          }
        });
    findings.addAll(ensembles.take(now.toEpochMilli()));
    return new Look(findings, tooLate);
  }

  /** Mostly nothing is found, and adding nothing takes its time. */
  private static void add(List<Finding> found, List<Finding> to) {
    if (!found.isEmpty()) {
      to.addAll(found);
    }
  }

  /** Shows what is said of a device to the others whose rules hear of it. */
  private void lend(List<Observation> observations, Map<DeviceId, List<Observation>> byDevice) {
    if (borrowers.isEmpty()) {
      return;
    }
    for (Observation observation : observations) {
      for (DeviceRules borrower : borrowers.getOrDefault(observation.device(), List.of())) {
        if (!(observation instanceof BookEntry) && borrower.hears(observation)) {
          byDevice.computeIfAbsent(borrower.device(), d -> new ArrayList<>()).add(observation);
        }
      }
    }
  }

  /** Lets time pass on every device. */
  public List<Finding> tick(Instant now) {
    List<Finding> findings = new ArrayList<>();
    watches.forEach(
        (device, watch) -> {
          add(watch.tick(now.toEpochMilli()), findings);
          noteKeepsBack(device, watch);
        });
    findings.addAll(ensembles.tick(now.toEpochMilli()));
    return findings;
  }

  /**
   * Whether something was found in the past of a device that is still sending it, and has not been
   * told. What it was found in must not be forgotten before.
   */
  public boolean keepsBack() {
    return !keepingBack.isEmpty() || ensembles.keepsBack();
  }

  private void noteKeepsBack(DeviceId device, Watch watch) {
    if (watch.keepsBack()) {
      keepingBack.add(device);
    } else if (!keepingBack.isEmpty()) {
      keepingBack.remove(device);
    }
  }

  /** How every device stands. */
  public List<DeviceState> states(Instant now) {
    return states(List.copyOf(watches.keySet()), now);
  }

  /** How some devices stand; those without rules are passed over. */
  public List<DeviceState> states(List<DeviceId> devices, Instant now) {
    return devices.stream()
        .filter(watches::containsKey)
        .map(device -> ensembles.with(watches.get(device).state(now.toEpochMilli()), now))
        .toList();
  }

  /** The evidence of the periods that are over and have changed since the last call. */
  public List<Coverage> coverage() {
    return all().flatMap(watch -> watch.coverage().stream()).toList();
  }

  /** The evidence of the periods that go on at the last tick. */
  public List<Coverage> running(Instant tick) {
    return all().flatMap(watch -> watch.running(tick.toEpochMilli()).stream()).toList();
  }

  /** The observations of a device that are held, in order of time. */
  public List<Observation> held(DeviceId device) {
    return Optional.ofNullable(watches.get(device)).map(Watch::held).orElse(List.of());
  }

  /** From when on a device's past is still judged anew; long ago when nothing was forgotten. */
  public Instant remembers(DeviceId device) {
    return Optional.ofNullable(watches.get(device)).map(Watch::remembers).orElse(Instant.EPOCH);
  }

  /** Leaves out periods of a device that began before: too little is known of them. */
  public void coverFrom(DeviceRules rules, Instant from) {
    watch(rules).ifPresent(watch -> watch.coverFrom(from));
  }

  /** What comes from before is too late to be judged here: only some of that time is known. */
  public void knownFrom(DeviceRules rules, Instant from) {
    watch(rules).ifPresent(watch -> watch.knownFrom(from));
  }

  private Watch watch(DeviceRules rules, List<Episode> standing, Instant now) {
    return new Watch(rules, cells.of(rules), most, now.toEpochMilli(), standing, periods);
  }

  private Optional<Watch> watch(DeviceRules rules) {
    return Optional.ofNullable(
        rules.ensemble().isPresent()
            ? ensembles.watch(rules.device())
            : watches.get(rules.device()));
  }

  /** How often a rule looked at an observation since the start. */
  public long evaluations() {
    return all().mapToLong(Watch::evaluations).sum();
  }

  /** The episodes that can still change, oldest raised first. */
  public List<Episode> episodes() {
    return all()
        .flatMap(watch -> watch.episodes().stream())
        .sorted(
            java.util.Comparator.comparing(Episode::raisedAt)
                .thenComparing(Episode::rule)
                .thenComparing(Episode::device))
        .toList();
  }

  private void put(DeviceRules rules, Watch watch) {
    if (rules.ensemble().isPresent()) {
      ensembles.put(rules, watch);
    } else {
      watches.put(rules.device(), watch);
      borrowers.values().forEach(each -> each.removeIf(b -> b.device().equals(rules.device())));
      for (DeviceId other : rules.around()) {
        borrowers.computeIfAbsent(other, d -> new ArrayList<>()).add(rules);
      }
      for (RecordKind kind : RecordKind.values()) {
        Set<DeviceId> devices = readers.computeIfAbsent(kind, k -> new LinkedHashSet<>());
        if (rules.wants(kind)) {
          devices.add(rules.device());
        } else {
          devices.remove(rules.device());
        }
      }
    }
  }

  private Stream<Watch> all() {
    return Stream.concat(watches.values().stream(), ensembles.watches().stream());
  }
}
