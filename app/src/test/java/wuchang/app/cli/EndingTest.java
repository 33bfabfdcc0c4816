package wuchang.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final List<String> happened = new ArrayList<>();
  private final StringWriter err = new StringWriter();
  private final Ending ending =
      new Ending(
          new PrintWriter(err, true),
          code -> happened.add("exit " + code),
          code -> happened.add("halt " + code));

  @Test
  void an_interrupted_command_ends_with_130() {
    ending.interrupted();

    assertThat(happened).containsExactly("halt 130");
  }

  @Test
  void a_server_stops_first_and_ends_with_0() {
    ending.cleanlyBy(() -> happened.add("stopped"));
    ending.interrupted();

    assertThat(happened).containsExactly("stopped", "halt 0");
  }

  @Test
  void a_server_that_cannot_stop_ends_with_1_and_says_why() {
    ending.cleanlyBy(
        () -> {
          throw new IllegalStateException("the database hangs");
        });
    ending.interrupted();

    assertThat(happened).containsExactly("halt 1");
    assertThat(err.toString()).contains("the database hangs");
  }

  @Test
  void a_command_that_ended_by_itself_keeps_its_exit_code() {
    ending.cleanlyBy(() -> happened.add("stopped"));
    ending.exit(2);
    ending.interrupted();

    assertThat(happened).containsExactly("exit 2");
  }
}
