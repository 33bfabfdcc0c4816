package wuchang.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.console.parts.HealthCheck;
import wuchang.domain.journal.Journal;
import wuchang.store.Database;

/** How the parts are. Without intake the system is not ready; without the database it goes on. */
record Health(
    Journal journal, Database database, Supplier<Optional<String>> intake, BrokerPart broker) {
  List<HealthCheck> checks() {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(check("intake", intake.get(), true));
    broker.embedded().ifPresent(b -> checks.add(check("broker", b.trouble(), true)));
    Optional<String> away =
        database.isUp() ? Optional.empty() : Optional.of("the database does not answer");
    checks.add(check("database", away, false));
    String kept = journal.bytes() + " bytes, " + journal.lag(Journal.Reader.STORE) + " to store";
    checks.add(new HealthCheck("journal", true, true, kept));
    return checks;
  }

  private static HealthCheck check(String name, Optional<String> trouble, boolean needed) {
    return new HealthCheck(name, trouble.isEmpty(), needed, trouble.orElse("well"));
  }
}
