package wuchang.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.book.RecordCommand.Refusal;
import wuchang.domain.book.Writer;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Role;

class RecordStatesTest extends DeskCase {
  private static final Writer OTHER_FIRM =
      new Writer(PersonId.of("c2"), Role.CONTRACTOR, Optional.of(Set.of(AreaId.of("cold"))));

  @Test
  void a_repair_goes_through_its_states_in_order_and_each_has_its_due_date() {
    BookEntry reported =
        written(RecordKind.REPAIR, COOK, Map.of("what", "door seal", "device", "fridge-1"));
    assertThat(reported.state()).isEqualTo("reported");
    assertThat(reported.fields().time("due")).contains(NOON.plus(Duration.ofHours(2)));

    String id = reported.id().value();
    assertThat(refused(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "accepted")).refusal())
        .isEqualTo(Refusal.CONFLICT);
    BookEntry dispatched =
        written(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "dispatched", "assignee", "p2"));
    assertThat(dispatched.fields().time("due")).contains(NOON.plus(Duration.ofHours(24)));
    written(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "handled"));
    written(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "accepted"));
    BookEntry over = written(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "followed_up"));

    assertThat(over.version()).isEqualTo(5);
    assertThat(over.fields().time("due")).isEmpty();
    assertThat(refused(RecordKind.REPAIR, COOK, Map.of("id", id, "state", "reported")).refusal())
        .isEqualTo(Refusal.CONFLICT);
  }

  @Test
  void a_host_agrees_to_a_visit_and_nobody_else_below_management_does() {
    Map<String, Object> visit =
        Map.of("host", "p2", "from", NOON.toString(), "until", NOON.plusSeconds(3600).toString());
    BookEntry registered = written(RecordKind.VISITOR, COOK, visit);
    assertThat(registered.state()).isEqualTo("registered");
    Map<String, Object> agreed = Map.of("id", registered.id().value(), "state", "approved");

    assertThat(refused(RecordKind.VISITOR, COOK, agreed).refusal()).isEqualTo(Refusal.NOT_ALLOWED);
    Writer host = new Writer(PersonId.of("p2"), Role.OPERATION, Optional.empty());
    assertThat(written(RecordKind.VISITOR, host, agreed).state()).isEqualTo("approved");
  }

  @Test
  void who_is_sent_to_repair_says_that_it_is_done_and_nobody_of_another_firm_does() {
    String id = dispatched().id().value();
    Map<String, Object> done = Map.of("id", id, "state", "handled", "result", "new seal");

    assertThat(refused(RecordKind.REPAIR, OTHER_FIRM, done).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(written(RecordKind.REPAIR, CONTRACTOR, done).fields().text("result"))
        .contains("new seal");
  }

  @Test
  void who_repairs_does_not_accept_the_work() {
    String id = dispatched().id().value();
    written(RecordKind.REPAIR, CONTRACTOR, Map.of("id", id, "state", "handled"));
    Map<String, Object> accepted = Map.of("id", id, "state", "accepted");

    assertThat(refused(RecordKind.REPAIR, CONTRACTOR, accepted).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(written(RecordKind.REPAIR, COOK, accepted).state()).isEqualTo("accepted");
  }

  private BookEntry dispatched() {
    BookEntry reported =
        written(RecordKind.REPAIR, COOK, Map.of("what", "door seal", "device", "fridge-1"));
    return written(
        RecordKind.REPAIR,
        COOK,
        Map.of("id", reported.id().value(), "state", "dispatched", "assignee", "c1"));
  }
}
