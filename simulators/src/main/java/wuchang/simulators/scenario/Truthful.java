package wuchang.simulators.scenario;

import java.util.Comparator;
import wuchang.domain.AreaId;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;

/** A row of the labels file: the label, and which mishap it is the truth about. */
public record Truthful(Label label, Mishap mishap, AreaId area) {
  public static final String HEADER = Label.HEADER + ",area,mishap,severity";

  static final Comparator<Truthful> IN_TIME =
      Comparator.comparing((Truthful row) -> row.label().start())
          .thenComparing(row -> row.label().device())
          .thenComparing(row -> row.label().kind());

  /** Whether a file of readings shows it: it has the times of measuring, not of arrival. */
  boolean isWritten() {
    return !label.passing();
  }

  /** The row, without line feed; ids, words and times need no quotes. */
  public String csv() {
    return label.csv() + "," + area + "," + mishap.kind().word() + "," + mishap.severity();
  }
}
