package wuchang.app.grafana;

import java.time.Duration;
import java.util.Set;

/** On a whole month, quickly; run by {@code mvn verify -Pdashboards}. */
class MonthDashboards extends QueriesContract {
  @Override
  String scenario() {
    return "busy-month";
  }

  @Override
  Duration span() {
    return Duration.ofDays(30);
  }

  @Override
  Duration longest() {
    return Duration.ofMillis(200);
  }

  @Override
  Set<String> mayBeEmpty() {
    return Set.of();
  }
}
