package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.journal.History;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.RuleEngine;
import wuchang.rules.schedule.SitePeriods;

/**
 * The engine with what it needs of the world: the rules in force, its past from the store and the
 * journal, and what was told before. Blocking; used by one thread at a time.
 */
public final class Judge {
  /** What a device's past of so long before its newest reading decides is known by then. */
  static final Duration LOOKBACK = Duration.ofHours(26);

  /** After so long without a message a device's past is told. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private static final int BATCHES = 200;

  private final Catalogue catalogue;
  private final Supplier<Site> site;
  private final Journal journal;
  private final History history;
  private RuleEngine engine = new RuleEngine(List.of(), Instant.EPOCH);
  private final List<Coverage> deep = new ArrayList<>();
  private long position;
  private boolean lacksPast;

  public Judge(Catalogue catalogue, Supplier<Site> site, Journal journal, History history) {
    this.catalogue = catalogue;
    this.site = site;
    this.journal = journal;
    this.history = history;
  }

  /**
   * Judges the recent past again, from the store and from what the journal has not handed to it
   * yet, and gives what differs from what was told before: after a kill, or after the rules
   * changed.
   */
  public List<Finding> rebuild(Instant now) {
    RulesInForce rules = new RulesInForce(catalogue, site.get());
    KnownPast past = KnownPast.read(journal, history, site.get(), now);
    RuleEngine running = engine;
    position = past.end();
    lacksPast = !past.isWhole();
    Map<DeviceId, List<Episode>> told = Told.of(journal);
    engine =
        new RuleEngine(List.of(), now, site.get().devices().size(), new SitePeriods(site.get()));
    List<Finding> findings = new ArrayList<>();
    for (Device device : site.get().devices().values()) {
      DeviceRules inForce = rules.device(device, now);
      List<Observation> known =
          past.isWhole() ? past.of(inForce) : past.with(inForce, running.held(device.id()));
      List<Episode> before =
          told.getOrDefault(device.id(), List.of()).stream()
              .filter(episode -> !rules.isOfSeveral(episode.rule()))
              .toList();
      Instant from = from(known, past.unjudged(inForce));
      Instant whole = past.wholeFrom(Set.of(device.id()));
      Instant first = first(inForce, known, whole);
      findings.addAll(rebuild(inForce, known, first, before, from, now));
      engine.coverFrom(inForce, past.isWhole() ? coverFrom(from, now) : now);
      engine.knownFrom(inForce, whole);
    }
    for (DeviceRules several : rules.ensembles(now)) {
      findings.addAll(rebuild(several, past, told, now));
    }
    journal.advance(Journal.Reader.RULES, position);
    return findings;
  }

  /** Whether the store was away when the past was judged: it should be again when it is back. */
  public boolean lacksPast() {
    return lacksPast;
  }

  /** What a look at the journal gave, and up to where it has looked. */
  public record Look(Findings findings, Map<DeviceId, Instant> tooLate, List<DeviceId> heard) {}

  /** Looks at what the journal has gained; empty lists when that is nothing. */
  public Look look(Instant now) {
    List<Observation> observations = new ArrayList<>();
    for (Journal.Placed placed : journal.read(position, BATCHES)) {
      observations.addAll(placed.batch().observations());
      position = placed.position();
    }
    RuleEngine.Look look = engine.take(observations, now);
    List<DeviceId> heard = observations.stream().map(Observation::device).distinct().toList();
    Optional<Instant> arrived =
        observations.stream().map(Observation::arrived).min(Comparator.naturalOrder());
    return new Look(new Findings(look.findings(), arrived), look.tooLate(), heard);
  }

  /** Whether the journal has gained something since the last look. */
  public boolean hasMore() {
    return journal.end() > position;
  }

  /** What was found has been taken over by those who tell people: the journal may let go of it. */
  public void done() {
    if (!engine.keepsBack()) {
      journal.advance(Journal.Reader.RULES, position);
    }
  }

  public List<Finding> tick(Instant now) {
    return engine.tick(now);
  }

  /**
   * Judges a part of a device's past that is too old for the engine's memory, from the store. What
   * is found is over, and is told as that.
   *
   * @param from the earliest reading that came too late
   */
  public List<Finding> deepPast(DeviceId id, Instant from, Instant now) {
    Device device = site.get().device(id).orElseThrow();
    DeviceRules rules = new RulesInForce(catalogue, site.get()).device(device, from);
    List<Observation> known = new ArrayList<>();
    StoredPast stored = new StoredPast(site.get(), history);
    for (DeviceId each : rules.heard()) {
      Instant first = from.minus(RulesInForce.memory(device));
      stored.of(each, first, now.plus(LOOKBACK)).stream().filter(rules::hears).forEach(known::add);
    }
    for (RecordKind kind : RecordKind.values()) {
      if (rules.wants(kind)) {
        Instant first = from.minus(RulesInForce.memory(kind));
        known.addAll(history.entries(Set.of(kind), first, now.plus(LOOKBACK)));
      }
    }
    known.sort(Comparator.comparing(Observation::time));
    // Long after: whatever is found here is history, and an open end is the live engine's.
    Instant later = now.plus(LOOKBACK);
    RuleEngine apart = new RuleEngine(List.of(rules), later, 1, new SitePeriods(site.get()));
    apart.coverFrom(rules, from.minus(LOOKBACK));
    for (int i = 0; i < known.size(); i += BATCHES) {
      apart.take(known.subList(i, Math.min(i + BATCHES, known.size())), later);
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : apart.tick(later.plus(SETTLED))) {
      Episode episode = finding.episode();
      if (finding instanceof Finding.Recovered && !episode.since().isBefore(from)) {
        findings.add(new Finding.Breached(episode));
        findings.add(finding);
      }
    }
    LocalDate last = engine.remembers(id).atZone(site.get().zone()).toLocalDate();
    apart.coverage().stream().filter(c -> !c.period().day().isAfter(last)).forEach(deep::add);
    return findings;
  }

  public List<DeviceState> states(Instant now) {
    return engine.states(now);
  }

  public List<DeviceState> states(List<DeviceId> devices, Instant now) {
    return engine.states(devices, now);
  }

  /** The evidence of the days and shifts that are over and has changed since the last call. */
  public List<Coverage> coverage() {
    List<Coverage> changed = new ArrayList<>(deep);
    deep.clear();
    changed.addAll(engine.coverage());
    return changed;
  }

  /** The evidence of the days and shifts that go on at the last tick. */
  public List<Coverage> running(Instant tick) {
    return engine.running(tick);
  }

  public long evaluations() {
    return engine.evaluations();
  }

  private List<Finding> rebuild(
      DeviceRules rules,
      List<Observation> known,
      Instant first,
      List<Episode> before,
      Instant from,
      Instant now) {
    List<Episode> standing =
        before.stream()
            .filter(e -> e.since().isBefore(first))
            .sorted(Comparator.comparing(Episode::raisedAt).thenComparing(Episode::rule))
            .toList();
    List<Episode> told =
        before.stream().filter(e -> e.isOpen() || !e.since().isBefore(from)).toList();
    return engine.rebuild(rules, known, standing, told, from, now);
  }

  /**
   * When what is known of a device begins: what began before it still stands. Records go further
   * back than what a device said, as may some of its values; and like what those around it said
   * they prove nothing of what began meanwhile.
   */
  private static Instant first(DeviceRules rules, List<Observation> known, Instant wholeFrom) {
    return known.stream()
        .filter(o -> !(o instanceof BookEntry) && isOf(rules, o))
        .map(Observation::time)
        .filter(time -> !time.isBefore(wholeFrom))
        .findFirst()
        .orElse(Instant.MAX);
  }

  private static boolean isOf(DeviceRules rules, Observation observation) {
    return rules.ensemble().isPresent() || observation.device().equals(rules.device());
  }

  private List<Finding> rebuild(
      DeviceRules several, KnownPast past, Map<DeviceId, List<Episode>> told, Instant now) {
    List<Observation> known = past.of(several.heard());
    Instant unjudged = past.unjudged(several.heard());
    List<Episode> before =
        told.getOrDefault(several.device(), List.of()).stream()
            .filter(episode -> several.has(episode.rule()))
            .toList();
    Instant from = from(known, unjudged);
    Instant first = first(several, known, Instant.EPOCH);
    List<Finding> findings = rebuild(several, known, first, before, from, now);
    engine.coverFrom(several, past.isWhole() ? coverFrom(from, now) : now);
    engine.knownFrom(several, past.wholeFrom(several.heard()));
    return findings;
  }

  /**
   * Since when enough is known for the sums of a period: the past before what is told again is
   * there, too. Of a device of which nothing is known nothing was known before.
   */
  private static Instant coverFrom(Instant from, Instant now) {
    return (from.equals(Instant.MIN) ? now : from).minus(LOOKBACK);
  }

  /** From when on a device's past is told again: from what may not have been judged at the end. */
  private static Instant from(List<Observation> known, Instant unjudged) {
    if (known.isEmpty()) {
      return Instant.MIN;
    }
    Instant recent = known.get(known.size() - 1).time().minus(LOOKBACK);
    return recent.isBefore(unjudged) ? recent : unjudged;
  }
}
