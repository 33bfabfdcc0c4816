package wuchang.app.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.rules.lab.Label;
import wuchang.simulators.csv.Fields;
import wuchang.simulators.csv.Table;

/** What really happened, as labels in CSV (CONTRACT §4); further columns are ignored. */
public final class TruthFile {
  private static final String HEADER = "device,start,end,kind";
  private static final String BENIGN = "benign:";

  private TruthFile() {}

  /**
   * The labels of a file.
   *
   * @throws wuchang.simulators.csv.InvalidReadings when it has faults
   */
  public static List<Label> read(Path path) throws IOException, InterruptedException {
    List<Label> labels = new ArrayList<>();
    Table.at(path, HEADER).forEach(TruthFile::label, labels::add);
    return labels;
  }

  private static Label label(Fields fields) {
    Instant start = fields.time(1);
    Instant end = fields.time(2);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "the end " + end + " is before the start " + start + "; expected one after it");
    }
    return new Label(DeviceId.of(fields.text(0)), start, end, kind(fields.text(3)));
  }

  private static Optional<RuleId> kind(String kind) {
    if (kind.startsWith(BENIGN)) {
      return Optional.empty();
    }
    if (kind.isEmpty() || kind.contains(":")) {
      throw new IllegalArgumentException(
          "«" + kind + "» is no kind; expected the id of a rule or benign:…");
    }
    return Optional.of(RuleId.of(kind));
  }
}
