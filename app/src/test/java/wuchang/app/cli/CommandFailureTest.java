package wuchang.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandFailureTest {
  @Test
  void a_line_begins_with_the_programme_or_its_command_and_not_with_both() {
    assertThat(CommandFailure.failed("the port is taken").lines())
        .containsExactly("wuchang: the port is taken");
    assertThat(CommandFailure.wrongUse("wuchang score: --from is missing").lines())
        .containsExactly("wuchang score: --from is missing");
  }
}
