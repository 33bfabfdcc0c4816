package wuchang.rules.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a rule was, or all of them together.
 *
 * @param name the rule's id, or {@code all}
 * @param labels how often it should have found something
 * @param found how many of these it found
 * @param findings how often it found something
 * @param falseAlarms how many of these were major or critical, and about nothing
 * @param delays how long after its start each label that was found was found, shortest first
 * @param days how many days were looked at; empty when that is not known
 */
public record Mark(
    String name,
    int labels,
    int found,
    int findings,
    int falseAlarms,
    List<Duration> delays,
    OptionalDouble days) {
  public Mark {
    delays = delays.stream().sorted().toList();
  }

  public int missed() {
    return labels - found;
  }

  /** The share of the findings that were no false alarms. */
  public OptionalDouble precision() {
    return share(findings - falseAlarms, findings);
  }

  /** The share of the labels that were found. */
  public OptionalDouble recall() {
    return share(found, labels);
  }

  /** The delay that so many percent of what was found kept to, by nearest rank. */
  public Optional<Duration> delay(int percent) {
    if (delays.isEmpty()) {
      return Optional.empty();
    }
    int rank = (delays.size() * percent + 99) / 100;
    return Optional.of(delays.get(rank - 1));
  }

  public OptionalDouble falsePerDay() {
    return days.isPresent()
        ? OptionalDouble.of(falseAlarms / days.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
