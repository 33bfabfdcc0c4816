package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of the whole intake from outside, as a process, at a rate that any machine has. */
class BenchFaults {
  @TempDir Path home;

  @Test
  void what_was_published_is_found_stored_and_told_by_process() throws Exception {
    Path json = home.resolve("ingest.json");
    List<String> command =
        List.of(
            "bench",
            "ingest",
            "--rate",
            "50",
            "--devices",
            "10",
            "--seconds",
            "5",
            "--json",
            json.toString());

    Process bench = Wuchang.start(home, "bench", command);

    assertThat(bench.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(bench.exitValue()).isZero();
    JsonNode figures = new ObjectMapper().readTree(Files.readString(json)).get("figures");
    assertThat(value(figures, "messages per second, published")).isBetween(25.0, 51.0);
    assertThat(value(figures, "values per second, stored")).isPositive();
    assertThat(value(figures, "published to stored, p99")).isPositive();
    assertThat(value(figures, "CPU, server")).isPositive();
    assertThat(value(figures, "CPU, database")).isPositive();
    assertThat(value(figures, "peak RSS, server")).isPositive();
    assertThat(Files.readString(home.resolve("bench.out"))).contains("broker: ");
    nothingIsLeft();
  }

  @Test
  void the_bench_of_an_idle_canteen_starts_it_twice_and_lets_it_speak() throws Exception {
    Path json = home.resolve("idle.json");
    List<String> command = List.of("bench", "idle", "--seconds", "3", "--json", json.toString());

    Process bench = Wuchang.start(home, "bench", command);

    assertThat(bench.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(bench.exitValue()).isZero();
    JsonNode figures = new ObjectMapper().readTree(Files.readString(json)).get("figures");
    assertThat(value(figures, "ready, on an empty directory")).isPositive();
    assertThat(value(figures, "ready")).isPositive();
    assertThat(value(figures, "CPU, server")).isPositive();
    assertThat(value(figures, "RSS, server")).isBetween(50.0, 600.0);
    nothingIsLeft();
  }

  private void nothingIsLeft() throws Exception {
    try (var left = Files.list(home)) {
      assertThat(left.filter(each -> each.toString().contains(".wuchang-bench-"))).isEmpty();
    }
  }

  private static double value(JsonNode figures, String name) {
    return figures.get(name).get("value").asDouble();
  }
}
