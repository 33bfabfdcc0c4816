package wuchang.reports.score;

import java.time.Instant;
import java.util.List;
import wuchang.domain.score.Incident;
import wuchang.domain.score.ScoreWeights;

/** Which incidents are repeats (PRC-03): often in a week, or soon after one was closed. */
public record Repeats(List<Incident> known, ScoreWeights weights) {
  public boolean isRepeat(Incident incident) {
    List<Incident> before =
        known.stream()
            .filter(Incident::counts)
            .filter(other -> isSame(other, incident))
            .filter(other -> other.raisedAt().isBefore(incident.raisedAt()))
            .toList();
    Instant recent = incident.raisedAt().minus(weights.oftenWithin());
    long often = before.stream().filter(other -> !other.raisedAt().isBefore(recent)).count() + 1;
    return often >= weights.often() || before.stream().anyMatch(o -> isSoonAfter(o, incident));
  }

  private boolean isSoonAfter(Incident closed, Incident incident) {
    return closed
        .closedAt()
        .filter(at -> !at.isAfter(incident.raisedAt()))
        .filter(at -> !at.plus(weights.again()).isBefore(incident.raisedAt()))
        .isPresent();
  }

  private static boolean isSame(Incident a, Incident b) {
    return a.rule().equals(b.rule()) && a.device().equals(b.device());
  }
}
