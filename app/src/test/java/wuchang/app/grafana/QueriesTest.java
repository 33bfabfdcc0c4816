package wuchang.app.grafana;

import java.time.Duration;
import java.util.Set;

/** On two days in which everything goes wrong once. For a month see {@code -Pdashboards}. */
class QueriesTest extends QueriesContract {
  @Override
  String scenario() {
    return "smoke";
  }

  @Override
  Duration span() {
    return Duration.ofDays(2);
  }

  /** Other tests run beside this one; the month asks for 200 ms. */
  @Override
  Duration longest() {
    return Duration.ofSeconds(5);
  }

  /** Of two days no month is scored. */
  @Override
  Set<String> mayBeEmpty() {
    return Set.of("wuchang-score-zh", "wuchang-score-en");
  }
}
