package wuchang.simulators.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.RoomMishap;

/**
 * A machine that is watched by a battery-powered radio sensor: its battery and the strength of its
 * signal go with each message. The strength wanders as people and doors move between.
 *
 * @param lora whether it speaks LoRa, and shows dBm, or Zigbee, and shows a link's quality
 * @param usual its strength on an average day, dBm or 0–255
 * @param drift of the strength, now
 */
record Wireless(
    Machine machine,
    Battery battery,
    boolean lora,
    double usual,
    double drift,
    double ambient,
    double weakness)
    implements Machine {
  private static final double LOW = 0.19;
  private static final double LOWER = 0.16;
  private static final int DRIFTS_EVERY = 32;

  /** A machine with a sensor that speaks so often, hanging in the kitchen or at that many °C. */
  static Wireless of(Machine machine, double interval, double inside, RandomGenerator random) {
    // Who speaks every few minutes is LoRa, mostly; who speaks each minute is not.
    boolean lora = interval >= 300;
    double usual = lora ? Dice.between(random, -112, -70) : Dice.between(random, 60, 190);
    return new Wireless(
        machine, Battery.used(interval, lora, inside, random), lora, usual, 0, 25, 0);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    Turn turn = machine.next(moment, random);
    boolean drifts = random.nextInt(DRIFTS_EVERY) == 0;
    Wireless after =
        new Wireless(
            turn.machine(),
            battery.next(moment),
            lora,
            usual,
            drifts ? 0.7 * drift + Dice.around(random, 0, lora ? 2 : 8) : drift,
            moment.ambient(),
            moment.troubles().severity(RoomMishap.BATTERY_LOW));
    return new Turn(after, turn.sayings());
  }

  @Override
  public Map<Metric, Double> readings() {
    Battery cells =
        weakness > 0
            ? new Battery(Math.min(battery.charge(), LOW - LOWER * weakness), 0, battery.inside())
            : battery;
    Map<Metric, Double> values = new LinkedHashMap<>(machine.readings());
    values.putAll(
        new Shown()
            .with(Metric.BATTERY_PCT, cells.percent(ambient), 0)
            .with(lora ? Metric.RSSI : Metric.LINKQUALITY, Math.min(255, usual + drift), 0)
            .values());
    return values;
  }

  @Override
  public double watts() {
    return machine.watts();
  }

  @Override
  public double supply(int phase) {
    return machine.supply(phase);
  }
}
