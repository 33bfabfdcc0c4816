package wuchang.domain.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import wuchang.domain.Principle;

/**
 * The score of some areas in a month: of one, of those a person answers for, or of all. Each 常 is
 * the mean over the areas. Where one of them has too little data there is no score, so that a
 * silent sensor cannot hide behind the others.
 *
 * @param sheets of the areas that have devices
 */
public record Score(List<AreaSheet> sheets, ScoreWeights weights) {
  private static final int CENTS = 2;

  public Score {
    sheets = List.copyOf(sheets);
  }

  public boolean isIssued() {
    return !sheets.isEmpty() && sheets.stream().allMatch(sheet -> sheet.isIssued(weights));
  }

  /** The least coverage of any of the areas, 0 to 1. */
  public BigDecimal coverage() {
    return sheets.stream()
        .map(AreaSheet::coverage)
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  /** Of a 常, to the cent; asked only when issued. */
  public BigDecimal points(Principle principle) {
    return exact(principle).divide(BigDecimal.valueOf(sheets.size()), CENTS, RoundingMode.HALF_UP);
  }

  /** Of all five, capped where too little is proven; asked only when issued. */
  public BigDecimal total() {
    return isCapped() ? weights.cap() : sum();
  }

  /** Whether the coverage takes points away. */
  public boolean isCapped() {
    return coverage().compareTo(weights.wholeFrom()) < 0 && sum().compareTo(weights.cap()) > 0;
  }

  private BigDecimal sum() {
    BigDecimal all = BigDecimal.ZERO;
    for (Principle principle : Principle.values()) {
      all = all.add(exact(principle));
    }
    return all.divide(BigDecimal.valueOf(sheets.size()), CENTS, RoundingMode.HALF_UP);
  }

  private BigDecimal exact(Principle principle) {
    return sheets.stream()
        .map(sheet -> sheet.points(principle, weights))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
