package wuchang.domain.finding;

import java.util.List;

/** Sums of evidence that have changed, as one message from the rules to the store. */
public record CoverageSheet(List<Coverage> rows) {
  public CoverageSheet {
    rows = List.copyOf(rows);
  }
}
