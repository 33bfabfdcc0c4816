package wuchang.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Consumption;
import wuchang.domain.score.Incident;
import wuchang.domain.site.Site;
import wuchang.reports.figure.Basis;
import wuchang.reports.figure.DayFigures;
import wuchang.reports.figure.Watched;

/**
 * What documents about some days are made from. Everything about other days does no harm; what a
 * document does not use may be empty.
 *
 * @param rules the cards of all rules there are
 * @param risks the rules in force, device by device in the order of the configuration
 * @param incidents those that went on in these days, and before as far as repeats need it
 * @param heard the devices of which a reading or event of these days came in
 * @param cycles the disinfections that ended in these days
 * @param coverage sums of evidence of whole days
 * @param watched the series that figures are given of
 * @param figures of these series, and of the days before that they are compared with
 * @param entries what people wrote down, every version, as far back as anything is due
 * @param meters what passed each counter, day by day
 */
public record Sources(
    Site site,
    Map<RuleId, RuleCard> rules,
    List<RiskItem> risks,
    List<Incident> incidents,
    Set<DeviceId> heard,
    List<Cycle> cycles,
    List<Coverage> coverage,
    List<Watched> watched,
    List<DayFigures> figures,
    List<BookEntry> entries,
    Map<DeviceId, List<Consumption.Day>> meters) {
  public Sources {
    rules = Map.copyOf(rules);
    risks = List.copyOf(risks);
    incidents = List.copyOf(incidents);
    heard = Set.copyOf(heard);
    cycles = List.copyOf(cycles);
    coverage = List.copyOf(coverage);
    watched = List.copyOf(watched);
    figures = List.copyOf(figures);
    entries = List.copyOf(entries);
    meters = Map.copyOf(meters);
  }

  /** The proof for each risk on the days in [from, to), of which so much is expected. */
  Map<RiskItem, Proof> proofs(LocalDate from, LocalDate to, Duration expected) {
    Map<Coverage.Key, List<Coverage>> byKey =
        wholeDays(from, to).collect(Collectors.groupingBy(row -> key(row.device(), row.rule())));
    return risks.stream()
        .collect(
            Collectors.toMap(
                risk -> risk,
                risk ->
                    Proof.of(
                        byKey.getOrDefault(key(risk.device(), risk.rule().id()), List.of()),
                        expected)));
  }

  /** The sums of evidence of the days in [from, to). */
  Stream<Coverage> wholeDays(LocalDate from, LocalDate to) {
    return coverage.stream()
        .filter(row -> row.period().isWholeDay())
        .filter(row -> !row.period().day().isBefore(from) && row.period().day().isBefore(to));
  }

  /** What the evidence of the rules in force on a device rests on. */
  Map<RuleId, Basis> bases(DeviceId device) {
    return risks.stream()
        .filter(risk -> risk.device().equals(device))
        .collect(Collectors.toMap(risk -> risk.rule().id(), RiskItem::basis));
  }

  private static Coverage.Key key(DeviceId device, RuleId rule) {
    return new Coverage.Key(Coverage.Period.of(LocalDate.EPOCH), device, rule);
  }
}
