package wuchang.rules.schedule;

import java.util.List;
import wuchang.rules.kernel.Schedule;

/** Several schedules as one: what any of them contains. */
public record AnyOf(List<Schedule> schedules) implements Schedule {
  public AnyOf {
    schedules = List.copyOf(schedules);
  }

  @Override
  public boolean contains(long at) {
    return schedules.stream().anyMatch(schedule -> schedule.contains(at));
  }

  /** Of any of them: where two meet nothing changes, and looking once more does no harm. */
  @Override
  public long nextChange(long after) {
    return schedules.stream().mapToLong(s -> s.nextChange(after)).min().orElse(Long.MAX_VALUE);
  }
}
