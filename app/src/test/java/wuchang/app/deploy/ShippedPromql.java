package wuchang.app.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the shipped dashboards ask Prometheus. */
final class ShippedPromql {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShippedPromql() {}

  static Set<String> ofDashboards() throws IOException {
    Set<String> expressions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Shipped.ROOT.resolve("grafana/dashboards"))) {
      List<Path> dashboards = files.filter(file -> file.toString().endsWith(".json")).toList();
      for (Path dashboard : dashboards) {
        expressions.addAll(JSON.readTree(dashboard.toFile()).findValuesAsText("expr"));
      }
    }
    return expressions;
  }
}
