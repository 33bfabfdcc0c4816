package wuchang.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Explanation;

/**
 * Why a rule did or did not fire on a device at an instant: facts, and a sentence.
 *
 * @param clause what decided
 * @param version names the parameters in force
 * @param alert what became of the episode, when there is one
 */
public record WhyView(
    String device,
    String rule,
    Instant at,
    String state,
    String clause,
    Text text,
    String version,
    Map<String, String> parameters,
    List<StepView> steps,
    List<ReadingView> readings,
    Optional<EpisodeView> episode,
    Optional<AlertState> alert) {

  /** How far one severity had come; lengths in seconds. */
  public record StepView(
      String severity,
      String clause,
      Optional<Instant> wrongSince,
      double held,
      double tolerate,
      double settle,
      boolean frozen,
      Optional<Instant> due,
      Optional<Instant> lastGood,
      Optional<String> excuse,
      Map<String, Object> evidence) {
    static StepView of(Explanation.Step step) {
      return new StepView(
          step.severity().word(),
          step.clause().word(),
          step.wrongSince(),
          seconds(step.held()),
          seconds(step.tolerate()),
          seconds(step.settle()),
          step.clause() == Explanation.Clause.FROZEN || step.clause() == Explanation.Clause.EXCUSED,
          step.due(),
          step.lastGood(),
          step.excuse(),
          Facts.of(step.evidence()));
    }

    private static double seconds(Duration length) {
      return length.toMillis() / 1000.0;
    }
  }

  /** The episode that was open. */
  public record EpisodeView(
      String severity, Instant since, Instant raisedAt, Map<String, Object> evidence) {
    static EpisodeView of(Episode episode) {
      return new EpisodeView(
          episode.severity().word(),
          episode.since(),
          episode.raisedAt(),
          Facts.of(episode.evidence()));
    }
  }

  /** The alert that came of it, as it stands now; its cause keeps it quiet. */
  public record AlertState(String id, String state, Optional<String> parent) {
    static AlertState of(Alert alert) {
      return new AlertState(
          alert.id().value(),
          alert.state().word(),
          alert.parent().map(wuchang.domain.AlertId::value));
    }
  }

  public static WhyView of(Explanation why, List<Alert> alerts, ZoneId zone) {
    Map<String, String> parameters = new TreeMap<>();
    why.parameters().forEach((name, value) -> parameters.put(name, value.toString()));
    return new WhyView(
        why.device().value(),
        why.rule().value(),
        why.at(),
        why.state().word(),
        why.clause().word(),
        new WhyWords(zone).of(why),
        why.version(),
        parameters,
        why.steps().stream().map(StepView::of).toList(),
        why.readings().stream().map(ReadingView::of).toList(),
        why.episode().map(EpisodeView::of),
        why.episode()
            .flatMap(
                episode ->
                    alerts.stream()
                        .filter(alert -> alert.since().equals(episode.since()))
                        .map(AlertState::of)
                        .findFirst()));
  }
}
