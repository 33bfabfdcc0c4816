package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.domain.DeviceId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.journal.History;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.cycle.CycleLog;
import wuchang.rules.cycle.CycleProfile;

/**
 * The disinfections that the stored readings prove, recognised anew each time with the numbers in
 * force: late readings count, and nothing is kept that could differ from them. Reads the store only
 * for devices that disinfect.
 */
public final class StoredCycles implements Cycles {
  /** What was before decides how one begins; a machine is off or opened at least once a day. */
  private static final Duration BEFORE = Duration.ofDays(1);

  /** A door that has just been opened ends a cycle some seconds later, as of when it opened. */
  private static final Duration AFTER = Duration.ofMinutes(1);

  private final Catalogue catalogue;
  private final Supplier<Site> site;
  private final History history;

  public StoredCycles(Catalogue catalogue, Supplier<Site> site, History history) {
    this.catalogue = catalogue;
    this.site = site;
    this.history = history;
  }

  @Override
  public List<Cycle> of(DeviceId device, Instant from, Instant to) {
    return profile(device).map(profile -> cycles(device, profile, from, to)).orElse(List.of());
  }

  private Optional<CycleProfile> profile(DeviceId id) {
    RulesInForce rules = new RulesInForce(catalogue, site.get());
    return site.get().device(id).flatMap(rules::cycle);
  }

  private List<Cycle> cycles(DeviceId device, CycleProfile profile, Instant from, Instant to) {
    var said =
        history.readings(device, CycleLog.metrics(profile), from.minus(BEFORE), to.plus(AFTER));
    return CycleLog.of(profile, said).stream()
        .map(ended -> ended.of(device, profile))
        .filter(cycle -> !cycle.end().isBefore(from) && cycle.end().isBefore(to))
        .toList();
  }
}
