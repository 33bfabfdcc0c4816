package wuchang.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.MishapKind;

class CustomsTest {
  @Test
  void every_kind_has_its_line_and_every_line_its_kind() throws IOException {
    List<String> words = MishapKind.all().stream().map(MishapKind::word).toList();

    assertThat(lines()).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void what_is_switched_off_briefly_is_on_again_within_ten_minutes() {
    Custom custom = Custom.of(ColdMishap.SWITCHED_OFF_BRIEFLY);

    assertThat(custom.most()).isLessThan(Duration.ofMinutes(10));
  }

  /** The first words of the lines of the table. */
  private static List<String> lines() throws IOException {
    try (InputStream in = Customs.class.getResourceAsStream("customs.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +")[0])
          .toList();
    }
  }
}
