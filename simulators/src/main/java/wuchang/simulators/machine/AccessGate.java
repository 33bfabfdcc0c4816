package wuchang.simulators.machine;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;

/**
 * A gate that passes whom the roster sends. To come in is granted by card; to go out is a request
 * to exit. The door opens within two seconds and is shut again within ten, unless goods come.
 *
 * @param plan what will be said today, one passage after the other
 * @param next the first passage of it that is not over
 * @param said how much of that has been said
 * @param planned whether a day has been planned at all
 */
record AccessGate(
    GateBuild build, List<Passage> plan, int next, int said, boolean open, boolean planned)
    implements Machine {

  static AccessGate closed(GateBuild build) {
    return new AccessGate(build, List.of(), 0, 0, false, false);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    AccessGate gate = this;
    if (!planned || moment.passes(LocalTime.MIDNIGHT)) {
      gate = gate.planning(GatePlan.of(build, moment, random));
    }
    if (!moment.troubles().active().isEmpty()) {
      gate = gate.acting(moment);
    }
    return gate.speaking(moment.now());
  }

  /** A new day's passages come after what is left of the old. */
  private AccessGate planning(List<Passage> day) {
    List<Passage> all = new ArrayList<>(plan.subList(next, plan.size()));
    Instant free = all.isEmpty() ? Instant.MIN : all.get(all.size() - 1).to();
    for (Passage passage : day) {
      if (passage.from().isAfter(free)) {
        all.add(passage);
      }
    }
    return new AccessGate(build, all, 0, said, open, true);
  }

  /** Plays the mishaps that begin in this step. */
  private AccessGate acting(Moment moment) {
    AccessGate gate = this;
    for (Mishap mishap : moment.troubles().active()) {
      boolean begins = mishap.onset().isAfter(moment.before());
      if (begins && mishap.kind() instanceof GateMishap) {
        gate = gate.acted(mishap);
      }
    }
    return gate;
  }

  /** Who is in the door is through, and whoever would be in the way does not come. */
  private AccessGate acted(Mishap mishap) {
    List<Passage> all = new ArrayList<>(plan.subList(next, plan.size()));
    boolean busy = said > 0 && !all.isEmpty() && !all.get(0).to().isBefore(mishap.onset());
    Instant free = busy ? mishap.onset().plusMillis(1_500) : mishap.onset();
    List<Passage> script = new GateScript(build, mishap, free).passages();
    if (script.isEmpty()) {
      return this;
    }
    List<Passage> kept = new ArrayList<>();
    if (said > 0 && !all.isEmpty()) {
      Passage begun = all.remove(0);
      Passage left = busy ? begun.cutAt(mishap.onset(), build) : begun;
      if (left.sayings().size() > said) {
        kept.add(left);
      }
    }
    int from = kept.size();
    kept.addAll(GatePlan.without(all, script));
    kept.addAll(script);
    kept.subList(from, kept.size()).sort(GatePlan.ORDER);
    return new AccessGate(build, kept, 0, from == 0 ? 0 : said, open, planned);
  }

  private Turn speaking(Instant now) {
    if (next >= plan.size() || plan.get(next).sayings().get(said).at().isAfter(now)) {
      return Turn.silent(this);
    }
    List<Saying> spoken = new ArrayList<>();
    int passage = next;
    int word = said;
    boolean state = open;
    while (passage < plan.size() && !plan.get(passage).sayings().get(word).at().isAfter(now)) {
      Saying.Event saying = plan.get(passage).sayings().get(word);
      What what = saying.event().what();
      state = what == What.DOOR_OPEN || state && what != What.DOOR_CLOSED;
      spoken.add(saying);
      boolean over = word + 1 == plan.get(passage).sayings().size();
      passage += over ? 1 : 0;
      word = over ? 0 : word + 1;
    }
    return new Turn(new AccessGate(build, plan, passage, word, state, planned), spoken);
  }

  @Override
  public Map<Metric, Double> readings() {
    return Map.of(Metric.DOOR_OPEN, open ? 1.0 : 0.0);
  }
}
