package wuchang.simulators.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.machine.Trace;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.wire.Absences;
import wuchang.simulators.wire.WireHabits;

/**
 * A site, a stretch of time, and what goes wrong in it.
 *
 * @param canteens how many canteens the site is made of
 * @param speed how fast it is published when nothing else is asked for
 * @param mishaps those at times
 * @param rates those by chance; one more leaves the others' numbers alone
 * @param wire what becomes of messages on their way
 * @param traces real days by the devices that play them; nothing happens to these
 * @param counters what meters show at the beginning, where that matters
 */
public record Scenario(
    Site site,
    Canteens canteens,
    Span span,
    long seed,
    Speed speed,
    List<Planned> mishaps,
    List<Rate> rates,
    WireHabits wire,
    Map<DeviceId, Trace> traces,
    Map<DeviceId, Double> counters,
    Publishing publishing) {
  public Scenario {
    mishaps = List.copyOf(mishaps);
    rates = List.copyOf(rates);
    traces = Map.copyOf(traces);
    counters = Map.copyOf(counters);
  }

  public Scenario seeded(long other) {
    return new Scenario(
        site, canteens, span, other, speed, mishaps, rates, wire, traces, counters, publishing);
  }

  /** The same length from then on. */
  public Scenario from(Instant start) {
    return new Scenario(
        site,
        canteens,
        span.from(start),
        seed,
        speed,
        mishaps,
        rates,
        wire,
        traces,
        counters,
        publishing);
  }

  /** The canteens one by one. */
  List<Canteens.Part> parts() {
    return canteens.of(site, traces.keySet());
  }

  /**
   * What goes wrong in that stretch in one canteen.
   *
   * @throws ScenarioFault when a mishap that stands at a time does not lie within the stretch
   */
  List<Mishap> mishaps(Canteens.Part part, Stretch stretch) {
    List<Mishap> planned = new ArrayList<>();
    mishaps.forEach(mishap -> planned.addAll(mishap.in(stretch, site.zone())));
    planned.addAll(Absences.plan(part.site(), wire.outages(), seed, stretch.from(), stretch.to()));
    Cast cast = new Cast(part, seed, stretch, planned);
    rates.forEach(rate -> cast.add(rate));
    return cast.mishaps();
  }

  /**
   * The truth about mishaps of one canteen.
   *
   * @param suffered until when their devices suffered from those that are mended
   */
  static List<Truthful> truth(
      Canteens.Part part, long seed, List<Mishap> mishaps, Map<Mishap, Instant> suffered) {
    List<Truthful> rows = new ArrayList<>();
    for (Mishap mishap : mishaps) {
      Instant until = suffered.getOrDefault(mishap, mishap.end());
      for (Label label : Label.of(mishap, part.site(), seed, until)) {
        part.site()
            .device(label.device())
            .ifPresent(device -> rows.add(new Truthful(label, mishap, device.area())));
      }
    }
    return rows;
  }
}
