package wuchang.app.laboratory;

import java.util.Comparator;
import java.util.List;
import wuchang.domain.finding.Coverage;

/** Sums of evidence as CSV: a row a day, device and rule, as in the store's view. */
public final class CoverageFile {
  private static final String HEADER = "day,device,rule,compliant_s,breach_s,unproven_s";

  private static final Comparator<Coverage> ORDER =
      Comparator.comparing((Coverage row) -> row.period().day())
          .thenComparing(Coverage::device)
          .thenComparing(Coverage::rule);

  private CoverageFile() {}

  /** The sums of whole days; those of shifts are left out. */
  public static String write(List<Coverage> rows) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    rows.stream()
        .filter(row -> row.period().isWholeDay())
        .sorted(ORDER)
        .forEach(row -> row(row, text));
    return text.toString();
  }

  private static void row(Coverage row, StringBuilder text) {
    long compliant = Math.round(row.compliant().toMillis() / 1000.0);
    long breach = Math.round(row.breach().toMillis() / 1000.0);
    long total = Math.round(row.total().toMillis() / 1000.0);
    text.append(row.period().day()).append(',');
    text.append(row.device()).append(',');
    text.append(row.rule()).append(',');
    text.append(compliant).append(',');
    text.append(breach).append(',');
    text.append(Math.max(0, total - compliant - breach)).append('\n');
  }
}
