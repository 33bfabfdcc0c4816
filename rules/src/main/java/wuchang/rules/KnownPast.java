package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.DeviceId;
import wuchang.domain.journal.History;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;

/**
 * What is known of the recent past of a site's devices when the rules start: what the store has,
 * and what the journal has not handed to it yet.
 *
 * @param observations by device, in order of time
 * @param entries what people wrote down, in order of time
 * @param wholeFrom by device, from when on all that the store has of it is here
 * @param unjudged by device, the earliest instant of what may not have been judged yet
 * @param unjudgedEntries the same by kind of record
 * @param end the position in the journal up to which this goes
 * @param isWhole whether the store could be read
 */
record KnownPast(
    Map<DeviceId, List<Observation>> observations,
    List<BookEntry> entries,
    Map<DeviceId, Instant> wholeFrom,
    Map<DeviceId, Instant> unjudged,
    Map<RecordKind, Instant> unjudgedEntries,
    long end,
    boolean isWhole) {
  private static final int BATCHES = 200;
  private static final Logger LOG = LoggerFactory.getLogger(KnownPast.class);

  static KnownPast read(Journal journal, History history, Site site, Instant now) {
    return new Reader(journal, history, site, now).read();
  }

  /** From when on all that the store has of some devices is here, and not only some of it. */
  Instant wholeFrom(Collection<DeviceId> devices) {
    return devices.stream()
        .map(device -> wholeFrom.getOrDefault(device, Instant.EPOCH))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** The observations of some devices, in order of time. */
  List<Observation> of(Collection<DeviceId> devices) {
    if (devices.size() == 1) {
      return observations.getOrDefault(devices.iterator().next(), List.of());
    }
    List<Observation> all = new ArrayList<>();
    devices.forEach(device -> all.addAll(observations.getOrDefault(device, List.of())));
    all.sort(Comparator.comparing(Observation::time));
    return all;
  }

  /** What a device has said, and the records that its rules want; in order of time. */
  List<Observation> of(DeviceRules rules) {
    List<Observation> all = new ArrayList<>(of(Set.of(rules.device())));
    of(rules.around()).stream().filter(rules::hears).forEach(all::add);
    entries.stream().filter(entry -> rules.wants(entry.kind())).forEach(all::add);
    all.sort(Comparator.comparing(Observation::time));
    return all;
  }

  /** What is known of a device, and what is still held of it in memory; repeats do no harm. */
  List<Observation> with(DeviceRules rules, List<Observation> held) {
    List<Observation> all = new ArrayList<>(held);
    all.addAll(of(rules));
    all.sort(Comparator.comparing(Observation::time));
    return all;
  }

  /** The earliest instant of what may not have been judged yet by some rules. */
  Instant unjudged(DeviceRules rules) {
    return unjudgedEntries.entrySet().stream()
        .filter(each -> rules.wants(each.getKey()))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder())
        .filter(at -> at.isBefore(unjudged(rules.heard())))
        .orElseGet(() -> unjudged(rules.heard()));
  }

  /** The earliest instant of what may not have been judged yet of some devices. */
  Instant unjudged(Collection<DeviceId> devices) {
    return devices.stream()
        .map(device -> unjudged.getOrDefault(device, Instant.MAX))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static final class Reader {
    private final Journal journal;
    private final History history;
    private final Site site;
    private final Map<DeviceId, List<Observation>> unstored = new HashMap<>();
    private final Map<DeviceId, Instant> unjudged = new HashMap<>();
    private final Map<DeviceId, Instant> wholeFrom = new HashMap<>();
    private final List<BookEntry> entries = new ArrayList<>();
    private final Map<RecordKind, Instant> unjudgedEntries = new EnumMap<>(RecordKind.class);
    private final Instant now;
    private long position;
    private boolean whole = true;

    Reader(Journal journal, History history, Site site, Instant now) {
      this.now = now;
      this.journal = journal;
      this.history = history;
      this.site = site;
    }

    KnownPast read() {
      readJournal();
      readEntries();
      return new KnownPast(past(), entries, wholeFrom, unjudged, unjudgedEntries, position, whole);
    }

    private void readJournal() {
      long stored = journal.position(Journal.Reader.STORE);
      long judged = journal.position(Journal.Reader.RULES);
      position = Math.min(stored, judged);
      for (List<Journal.Placed> more = journal.read(position, BATCHES);
          !more.isEmpty();
          more = journal.read(position, BATCHES)) {
        for (Journal.Placed placed : more) {
          note(placed, stored, judged);
          position = placed.position();
        }
      }
    }

    private void note(Journal.Placed placed, long stored, long judged) {
      for (Observation o : placed.batch().observations()) {
        if (o instanceof BookEntry entry) {
          note(entry, placed.position() > stored, placed.position() > judged);
          continue;
        }
        if (placed.position() > stored) {
          unstored.computeIfAbsent(o.device(), d -> new ArrayList<>()).add(o);
        }
        if (placed.position() > judged) {
          unjudged.merge(o.device(), o.time(), (a, b) -> a.isBefore(b) ? a : b);
        }
      }
    }

    private void note(BookEntry entry, boolean isUnstored, boolean isUnjudged) {
      if (isUnstored) {
        entries.add(entry);
      }
      if (isUnjudged) {
        unjudgedEntries.merge(entry.kind(), entry.time(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }

    /** What people wrote down, as far back as each kind of record matters. */
    private void readEntries() {
      try {
        for (RecordKind kind : RecordKind.values()) {
          Instant from = now.minus(RulesInForce.memory(kind));
          Instant unjudged = unjudgedEntries.getOrDefault(kind, from);
          Instant first = unjudged.isBefore(from) ? unjudged : from;
          entries.addAll(history.entries(Set.of(kind), first, now.plus(Judge.LOOKBACK)));
        }
      } catch (History.StoreUnavailable e) {
        LOG.warn("event=records_without_store reason=\"{}\"", e.getMessage());
      }
      entries.sort(Comparator.comparing(BookEntry::time));
    }

    private Map<DeviceId, List<Observation>> past() {
      Map<DeviceId, List<Observation>> past = new HashMap<>();
      try {
        history.newest().forEach((device, newest) -> past.put(device, stored(device, newest)));
      } catch (History.StoreUnavailable e) {
        whole = false;
        LOG.warn("event=rebuild_without_store reason=\"{}\"", e.getMessage());
      }
      unstored.forEach(
          (device, more) -> past.computeIfAbsent(device, d -> new ArrayList<>()).addAll(more));
      past.values().forEach(list -> list.sort(Comparator.comparing(Observation::time)));
      return past;
    }

    private List<Observation> stored(DeviceId device, Instant newest) {
      Instant since = unjudged.getOrDefault(device, newest);
      Instant recent = newest.minus(Judge.LOOKBACK);
      Instant from = (recent.isBefore(since) ? recent : since).minus(memory(device));
      wholeFrom.put(device, from);
      return new StoredPast(site, history).of(device, from, newest.plusMillis(1));
    }

    /** How far back that goes which decides what a device's rules find. */
    private Duration memory(DeviceId id) {
      return site.device(id).map(RulesInForce::memory).orElse(Judge.LOOKBACK);
    }
  }
}
