package wuchang.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.book.RecordCommand.Refusal;
import wuchang.domain.book.RecordCommand.Reply;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordKind;

class RecordDeskTest extends DeskCase {
  @Test
  void what_is_written_is_on_disk_and_found_again() {
    BookEntry check =
        written(RecordKind.MORNING_CHECK, COOK, Map.of("person", "p1", "temperature", 36.4));

    assertThat(journal.read(0, 9).get(0).batch().observations()).containsExactly(check);
    assertThat(check.who()).isEqualTo("p1");
    assertThat(check.time()).isEqualTo(NOON);
    assertThat(found(RecordKind.MORNING_CHECK)).containsExactly(check);
    assertThat(found(RecordKind.SAMPLE)).isEmpty();
  }

  @Test
  void a_fault_names_the_field_in_both_languages_and_nothing_is_written() {
    Reply.Refused refused =
        refused(
            RecordKind.MORNING_CHECK,
            COOK,
            Map.of("person", "p9", "temperature", 50.0, "healthy", "yes", "colour", "red"));

    assertThat(refused.refusal()).isEqualTo(Refusal.INVALID);
    assertThat(refused.faults())
        .extracting(RecordFault::field)
        .containsExactlyInAnyOrder("person", "temperature", "healthy", "colour");
    assertThat(refused.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.what().zh()).isNotBlank();
              assertThat(fault.what().en()).isNotBlank();
            });
    assertThat(journal.end()).isZero();
  }

  @Test
  void a_needed_field_that_is_missing_is_a_fault() {
    assertThat(refused(RecordKind.PATROL, COOK, Map.of()).faults())
        .extracting(RecordFault::field)
        .containsExactly("area");
  }

  @Test
  void a_number_may_be_as_large_as_the_form_says_and_no_larger() {
    Map<String, Object> warmest = Map.of("person", "p1", "temperature", 45.0);
    Map<String, Object> warmer = Map.of("person", "p1", "temperature", 45.001);

    assertThat(written(RecordKind.MORNING_CHECK, COOK, warmest).version()).isEqualTo(1);
    assertThat(refused(RecordKind.MORNING_CHECK, COOK, warmer).refusal())
        .isEqualTo(Refusal.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "SAMPLE, grams, 150, dish",
    "INSPECTION, problems, 2, area",
    "BATCH, kilograms, 4, food"
  })
  void what_does_not_say_what_it_is_about_is_refused(
      RecordKind kind, String field, double value, String missing) {
    assertThat(refused(kind, COOK, Map.of()).refusal()).isEqualTo(Refusal.INVALID);
    assertThat(refused(kind, COOK, Map.of(field, value)).faults())
        .singleElement()
        .matches(fault -> fault.field().equals(missing) && fault.what().en().contains("at least"));
  }

  @Test
  void a_correction_is_a_new_version_of_the_same_time_and_the_old_one_stays() {
    BookEntry wrong = written(RecordKind.SAMPLE, COOK, Map.of("meal", "lunch", "grams", 15.0));

    BookEntry right =
        written(RecordKind.SAMPLE, COOK, Map.of("id", wrong.id().value(), "grams", 150.0));

    assertThat(right.version()).isEqualTo(2);
    assertThat(right.time()).isEqualTo(wrong.time());
    assertThat(right.fields().text("meal")).contains("lunch");
    assertThat(found(RecordKind.SAMPLE)).containsExactly(right);
    assertThat(versions(wrong.id())).containsExactly(wrong, right);
  }

  @Test
  void the_same_said_twice_with_its_time_is_one_record() {
    Map<String, Object> said = Map.of("area", "cold", "when", NOON.minusSeconds(60).toString());

    BookEntry first = written(RecordKind.PATROL, COOK, said);

    assertThat(written(RecordKind.PATROL, COOK, said)).isEqualTo(first);
    assertThat(journal.end()).isEqualTo(1);
  }

  @Test
  void each_role_keeps_its_own_kinds() {
    assertThat(refused(RecordKind.SAMPLE, INSPECTOR, Map.of("meal", "lunch")).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(written(RecordKind.INSPECTION, INSPECTOR, Map.of("area", "cold")).by())
        .isEqualTo("i1");
    assertThat(refused(RecordKind.OUTBREAK, COOK, Map.of("level", "watch")).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
  }

  @Test
  void a_contractor_writes_about_its_own_areas_only() {
    assertThat(written(RecordKind.PATROL, CONTRACTOR, Map.of("area", "cold")).who())
        .isEqualTo("c1");
    assertThat(refused(RecordKind.PATROL, CONTRACTOR, Map.of("area", "hot")).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(
            written(RecordKind.REPAIR, CONTRACTOR, Map.of("what", "seal", "device", "fridge-1"))
                .version())
        .isEqualTo(1);
  }

  @Test
  void what_somebody_else_wrote_is_not_an_inspectors_to_correct() {
    BookEntry his = written(RecordKind.INSPECTION, COOK, Map.of("area", "cold"));

    assertThat(
            refused(
                    RecordKind.INSPECTION,
                    INSPECTOR,
                    Map.of("id", his.id().value(), "result", "failed"))
                .refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
  }

  @Test
  void anonymous_feedback_keeps_no_name_anywhere() {
    BookEntry said =
        written(RecordKind.FEEDBACK, COOK, Map.of("topic", "soup too salty", "anonymous", true));

    assertThat(said.who()).isEmpty();
    assertThat(said.by()).isEmpty();
    assertThat(said.toString()).doesNotContain("p1");
  }

  @Test
  void a_topic_that_comes_back_a_third_time_within_thirty_days_is_to_be_improved() {
    for (int i = 0; i < 2; i++) {
      written(RecordKind.FEEDBACK, COOK, Map.of("topic", "Queue ", "when", at(i)));
    }
    assertThat(improvements()).isEmpty();
    written(RecordKind.FEEDBACK, COOK, Map.of("topic", "queue", "when", at(2)));

    assertThat(improvements()).singleElement().matches(item -> item.times() == 3);
    assertThat(improvements().get(0).topic()).isEqualTo("queue");
  }

  @Test
  void after_a_restart_everything_is_there_again_from_journal_and_store() {
    BookEntry stored = written(RecordKind.PATROL, COOK, Map.of("area", "cold"));
    store.entries.add(stored);
    BookEntry journalled =
        written(RecordKind.PATROL, COOK, Map.of("id", stored.id().value(), "problems", 2.0));

    desk = restarted();

    assertThat(found(RecordKind.PATROL)).containsExactly(journalled);
    assertThat(versions(stored.id())).containsExactly(stored, journalled);
  }

  @Test
  void without_the_store_what_is_recent_is_written_and_older_ones_wait() {
    store.away = true;
    desk = restarted();

    assertThat(written(RecordKind.PATROL, COOK, Map.of("area", "cold")).version()).isEqualTo(1);
    assertThat(refused(RecordKind.PATROL, COOK, Map.of("id", "patrol-1", "area", "cold")).refusal())
        .isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void nothing_is_written_about_the_future() {
    assertThat(
            refused(
                    RecordKind.PATROL,
                    COOK,
                    Map.of("area", "cold", "when", NOON.plusSeconds(301).toString()))
                .faults())
        .extracting(RecordFault::field)
        .containsExactly("when");
  }

  private static String at(int daysAgo) {
    return NOON.minus(Duration.ofDays(daysAgo)).toString();
  }
}
