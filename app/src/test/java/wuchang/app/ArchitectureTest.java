package wuchang.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house as docs/adr/0001 draws it. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("wuchang");

  /** Which modules a module may know, besides itself. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("domain", List.of()),
          Map.entry("journal", List.of("domain")),
          Map.entry("embedded", List.of("domain")),
          Map.entry("store", List.of("domain")),
          Map.entry("ingest", List.of("domain")),
          Map.entry("rules", List.of("domain")),
          Map.entry("alerts", List.of("domain")),
          Map.entry("reports", List.of("domain")),
          Map.entry("records", List.of("domain")),
          Map.entry("console", List.of("domain")),
          Map.entry("simulators", List.of("domain")));

  @Test
  void the_whole_house_is_looked_at() {
    for (String module : ARROWS.keySet()) {
      assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith("wuchang." + module)))
          .as(module)
          .isNotEmpty();
    }
  }

  @Test
  void modules_know_only_whom_they_may() {
    ARROWS.forEach(
        (module, known) -> {
          String[] others =
              java.util.stream.Stream.concat(ARROWS.keySet().stream(), Set.of("app").stream())
                  .filter(other -> !other.equals(module) && !known.contains(other))
                  .map(other -> "wuchang." + other + "..")
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage("wuchang." + module + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .check(HOUSE);
        });
  }

  @Test
  void the_domain_knows_nothing_but_the_jdk() {
    classes()
        .that()
        .resideInAPackage("wuchang.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("wuchang.domain..", "java..", "javax.crypto..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void vertx_stays_in_verticles_the_console_and_the_app() {
    noClasses()
        .that()
        .resideOutsideOfPackages("wuchang.console..", "wuchang.app..")
        .and()
        .haveSimpleNameNotContaining("Verticle")
        .and(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are not inside a verticle", c -> !c.getName().contains("Verticle")))
        .should()
        .dependOnClassesThat(resideInAPackage("io.vertx.."))
        .check(HOUSE);
  }

  @Test
  void sql_stays_in_store_and_journal_packages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..store..", "..journal..", "wuchang.embedded.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(HOUSE);
  }

  @Test
  void the_mqtt_client_stays_in_mqtt_packages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..mqtt..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .check(HOUSE);
  }

  @Test
  void one_class_reads_the_clock() {
    for (Class<?> type :
        List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(SystemClock.class.getName())
          .should()
          .callMethod(type, "now")
          .check(HOUSE);
    }
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SystemClock.class.getName())
        .should()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
  }

  @Test
  void packages_of_a_module_form_no_cycle() {
    for (String module : ARROWS.keySet()) {
      slices()
          .matching("wuchang." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void names_say_something() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Service|Impl|Constants|Info|Base|Abstract)")
        .check(HOUSE);
  }
}
