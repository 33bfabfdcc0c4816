package wuchang.app.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.csv.InvalidReadings;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.demo.Traces;
import wuchang.simulators.machine.Trace;

/**
 * The section {@code traces}: devices that play a recorded day, again every day. Each names a
 * shipped one or a file of readings.
 */
final class TraceReader {
  private final Site site;
  private final Path folder;

  TraceReader(Site site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  Map<DeviceId, Trace> read(Section root) {
    Set<String> devices =
        site.devices().keySet().stream().map(DeviceId::value).collect(Collectors.toSet());
    Form<DeviceId> device = Form.reference("device", "a device", devices, DeviceId::of);
    return root.get(
        "traces", Form.mapping("a trace for each device", device::read, id -> trace()), Map.of());
  }

  private Form<Trace> trace() {
    return Form.of(
        "a file of readings (time,device,metric,value) with at least one value, or a shipped trace: "
            + String.join(" ", Traces.names()),
        this::trace);
  }

  private Trace trace(String name) {
    try {
      return Traces.names().contains(name)
          ? Traces.named(name)
          : Trace.read(ReadingsFile.at(folder.resolve(name)));
    } catch (InvalidReadings | IOException e) {
      throw new IllegalArgumentException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException(e);
    }
  }
}
