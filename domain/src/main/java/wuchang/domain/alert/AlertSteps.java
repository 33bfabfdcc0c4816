package wuchang.domain.alert;

import java.util.List;

/** Steps that have just been journalled, as one message. */
public record AlertSteps(List<AlertStep> steps) {
  public AlertSteps {
    steps = List.copyOf(steps);
  }
}
