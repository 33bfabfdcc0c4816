package wuchang.rules.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.Gathering;
import wuchang.rules.kernel.Periods;

/**
 * Judges what several devices of a site say together, under several sets of rules at once. Where
 * {@link Backtest}s share the devices out, one of these hears them all. Used by one thread.
 */
public final class Together {
  private static final Gathering[] NOBODY = {};

  private final List<List<Gathering>> byVariant = new ArrayList<>();
  private final Gathering[][] heardBy;

  /**
   * @param devices the devices, by whose place observations are taken in
   * @param oldest since when they should speak
   * @param periods over which the first set's evidence is added up
   */
  public Together(
      List<RulesInForce> variants, List<Device> devices, Instant oldest, Periods periods) {
    List<List<Gathering>> heard = new ArrayList<>();
    devices.forEach(device -> heard.add(new ArrayList<>()));
    for (RulesInForce variant : variants) {
      List<Gathering> gatherings = new ArrayList<>();
      for (DeviceRules rules : variant.ensembles(oldest)) {
        Gathering gathering =
            new Gathering(rules, variant == variants.get(0) ? periods : Periods.NONE);
        gatherings.add(gathering);
        for (int device = 0; device < devices.size(); device++) {
          if (rules.heard().contains(devices.get(device).id())) {
            heard.get(device).add(gathering);
          }
        }
      }
      byVariant.add(gatherings);
    }
    this.heardBy = heard.stream().map(each -> each.toArray(NOBODY)).toArray(Gathering[][]::new);
  }

  /** Takes in the next observation, of the device at that place. */
  public void take(int device, Observation observation) {
    for (Gathering gathering : heardBy[device]) {
      gathering.take(observation);
    }
  }

  /** Lets time pass up to and including an instant: the end of the past. */
  public void finish(Instant to) {
    byVariant.forEach(gatherings -> gatherings.forEach(gathering -> gathering.finish(to)));
  }

  /** The evidence under the first set of rules, up to where time has passed; in no order. */
  public List<Coverage> coverage(Instant to) {
    return byVariant.get(0).stream().flatMap(each -> each.coverage(to).stream()).toList();
  }

  /** What was found under a set of rules, by its place among the variants; in no order. */
  public List<Episode> found(int variant) {
    return byVariant.get(variant).stream().flatMap(each -> each.episodes().stream()).toList();
  }
}
