package wuchang.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void all_tasks_are_done_by_however_many() throws Exception {
    for (int hands = 1; hands <= 3; hands++) {
      try (Crew crew = new Crew(hands)) {
        crew.all(List.of(done::incrementAndGet, done::incrementAndGet, done::incrementAndGet));
      }
    }
    assertThat(done).hasValue(9);
  }

  @Test
  void who_is_interrupted_begins_nothing_even_where_nothing_is_waited_for() {
    try (Crew alone = new Crew(1)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> alone.all(List.of(done::incrementAndGet)))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(done).hasValue(0);
  }
}
