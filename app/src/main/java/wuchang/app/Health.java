package wuchang.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.app.self.Signs;
import wuchang.console.parts.HealthCheck;
import wuchang.journal.JournalState;
import wuchang.store.Database;

/** How the parts are. Without intake the system is not ready; without the database it goes on. */
record Health(Supplier<Signs> signs, Database database, BrokerPart broker) {
  List<HealthCheck> checks() {
    Signs now = signs.get();
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(check("intake", now.trouble(), true));
    broker.embedded().ifPresent(b -> checks.add(check("broker", b.trouble(), true)));
    Optional<String> away =
        database.isUp() ? Optional.empty() : Optional.of("the database does not answer");
    checks.add(check("database", away, false));
    checks.add(new HealthCheck("journal", !now.isJournalFilling(), false, kept(now.journal())));
    checks.add(new HealthCheck("disk", !now.isDiskShort(), false, free(now.journal())));
    return checks;
  }

  private static String kept(JournalState journal) {
    String waits = journal.waitingSince().map(since -> ", waiting since " + since).orElse("");
    return "%d of %d bytes%s".formatted(journal.heldBytes(), journal.mostBytes(), waits);
  }

  private static String free(JournalState journal) {
    return "%d of %d bytes free".formatted(journal.diskFree(), journal.diskSize());
  }

  private static HealthCheck check(String name, Optional<String> trouble, boolean needed) {
    return new HealthCheck(name, trouble.isEmpty(), needed, trouble.orElse("well"));
  }
}
