package wuchang.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinariesTest {
  @Test
  void each_platform_has_its_archive() {
    assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
    assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
    assertThat(Binaries.archive("Mac OS X", "x86_64")).isEqualTo("postgres-darwin-x86_64.txz");
    assertThat(Binaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
  }

  @Test
  void a_platform_without_one_is_told_what_to_do() {
    assertThatThrownBy(() -> Binaries.archive("SunOS", "sparcv9"))
        .isInstanceOf(PostgresUnusable.class)
        .hasMessageContaining("SunOS")
        .hasMessageContaining("storage.url");
  }

  @Test
  void this_machine_has_a_postgres_18_that_runs() {
    Binaries binaries = Binaries.in(Places.usual().cache());

    List<String> words = List.of(binaries.program("postgres").toString(), "--version");
    assertThat(Command.run(words, Duration.ofSeconds(10)).output()).contains("PostgreSQL) 18.");
    assertThat(Binaries.in(Places.usual().cache())).isEqualTo(binaries);
  }
}
