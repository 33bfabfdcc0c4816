package wuchang.reports.figure;

import java.util.Set;
import wuchang.domain.reading.Metric;

/**
 * What the evidence of a rule on a device rests on.
 *
 * @param needs the metrics without whose good readings it says nothing; empty for a rule about
 *     dates, records, events, or the sensor itself
 * @param silence whether it is broken just while nothing good is heard of the device
 */
public record Basis(Set<Metric> needs, boolean silence) {
  public Basis {
    needs = Set.copyOf(needs);
  }
}
