package wuchang.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  @Test
  void says_how_much_how_fast_and_how_long_still() {
    assertThat(TerminalProgress.line(50_000, 125_000, "rows", Duration.ofSeconds(5)))
        .isEqualTo("50,000 of 125,000 rows, 10,000 rows/s, 8 s left");
    assertThat(TerminalProgress.line(1_000, 91_000, "rows", Duration.ofSeconds(100)))
        .endsWith(" 2 h 30 min left");
    assertThat(TerminalProgress.line(0, 10, "rows", Duration.ofSeconds(1)))
        .endsWith("unknown left");
  }

  @Test
  void writes_over_one_line_and_ends_it_with_the_last_row() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    TerminalProgress progress =
        new TerminalProgress(new PrintStream(screen, true, StandardCharsets.UTF_8));

    progress.reached(1, 10);
    progress.reached(10, 10);

    assertThat(screen.toString(StandardCharsets.UTF_8))
        .startsWith("\r10 of 10 rows")
        .endsWith(System.lineSeparator());
  }
}
