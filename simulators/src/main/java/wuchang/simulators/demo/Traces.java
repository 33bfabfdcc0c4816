package wuchang.simulators.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.machine.Trace;

/**
 * The real days that are shipped, by the device that plays them; SOURCES.md says whose they are.
 */
public final class Traces {
  private static final List<String> DEVICES =
      List.of("real-fridge", "real-dishwasher", "real-kettle");

  private Traces() {}

  public static Map<DeviceId, Trace> shipped() throws IOException, InterruptedException {
    Map<DeviceId, Trace> traces = new LinkedHashMap<>();
    for (String device : DEVICES) {
      traces.put(DeviceId.of(device), named(device));
    }
    return traces;
  }

  /** What they are called. */
  public static List<String> names() {
    return DEVICES;
  }

  /** The one of that name. */
  public static Trace named(String device) throws IOException, InterruptedException {
    String name = "traces/" + device + ".csv";
    return Trace.read(ReadingsFile.named(name, () -> open(name)));
  }

  private static InputStream open(String name) throws IOException {
    InputStream resource = Traces.class.getResourceAsStream(name);
    if (resource == null) {
      throw new FileNotFoundException(name + " is not in the jar");
    }
    return resource;
  }
}
