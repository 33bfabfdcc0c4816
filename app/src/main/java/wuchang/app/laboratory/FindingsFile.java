package wuchang.app.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.console.view.Facts;
import wuchang.console.view.Json;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.rules.lab.Difference;
import wuchang.rules.lab.Found;
import wuchang.simulators.csv.Table;

/** Findings as CSV (CONTRACT §4): a row an episode, and back again. */
public final class FindingsFile {
  private static final String HEADER = "rule,device,severity,since,raised_at,until,evidence";

  private FindingsFile() {}

  /** The findings, in the order in which they are given. */
  public static String write(List<Episode> findings) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Episode episode : findings) {
      row(episode, text);
    }
    return text.toString();
  }

  /** Differences: findings with what became of them in front. */
  public static String writeDifferences(List<Difference> differences) {
    StringBuilder text = new StringBuilder("change,").append(HEADER).append('\n');
    for (Difference difference : differences) {
      text.append(difference.change().word()).append(',');
      row(difference.episode(), text);
    }
    return text.toString();
  }

  /**
   * The findings of a file.
   *
   * @throws wuchang.simulators.csv.InvalidReadings when it has faults
   */
  public static List<Found> read(Path path) throws IOException, InterruptedException {
    List<Found> found = new ArrayList<>();
    Table.at(path, HEADER)
        .forEach(
            fields ->
                new Found(
                    RuleId.of(fields.text(0)),
                    DeviceId.of(fields.text(1)),
                    severity(fields.text(2)),
                    fields.time(3),
                    fields.time(4),
                    fields.text(5).isEmpty() ? Optional.empty() : Optional.of(fields.time(5))),
            found::add);
    return found;
  }

  private static Severity severity(String word) {
    return Severity.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "«" + word + "» is no severity; expected notice, warning, major or critical"));
  }

  private static void row(Episode episode, StringBuilder text) {
    String until = episode.until().map(Object::toString).orElse("");
    text.append(episode.rule()).append(',');
    text.append(episode.device()).append(',');
    text.append(episode.severity().word()).append(',');
    text.append(episode.since()).append(',');
    text.append(episode.raisedAt()).append(',');
    text.append(until).append(',');
    // Ids, words and times need no quotes; JSON always does.
    text.append('"').append(evidence(episode).replace("\"", "\"\"")).append("\"\n");
  }

  /** What the API shows as evidence, when severity rose, and how long nothing was known. */
  private static String evidence(Episode episode) {
    Map<String, Object> evidence = new LinkedHashMap<>(Facts.of(episode.evidence()));
    if (!episode.frozen().isZero()) {
      evidence.put("frozen_s", episode.frozen().toMillis() / 1000.0);
    }
    if (episode.steps().size() > 1) {
      evidence.put("steps", episode.steps().stream().map(FindingsFile::step).toList());
    }
    return Json.write(evidence);
  }

  private static Map<String, Object> step(Episode.Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", step.severity().word());
    json.put("at", step.at());
    return json;
  }
}
