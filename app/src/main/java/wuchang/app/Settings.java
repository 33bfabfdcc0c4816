package wuchang.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import wuchang.app.config.HttpSettings;
import wuchang.console.parts.UnknownDevice;
import wuchang.ingest.UnknownDevices;

/** What one stage says, in another's words. */
final class Settings {
  private Settings() {}

  static wuchang.console.parts.HttpSettings console(HttpSettings http) {
    return new wuchang.console.parts.HttpSettings(
        http.host(),
        http.port(),
        http.tls().map(tls -> new wuchang.console.parts.HttpSettings.Tls(tls.cert(), tls.key())),
        http.publicUrl(),
        http.metricsToken());
  }

  static List<UnknownDevice> unknown(List<UnknownDevices.UnknownDevice> devices) {
    return devices.stream()
        .map(
            device ->
                new UnknownDevice(
                    device.name(),
                    device.topic(),
                    device.lastSeen(),
                    device.messages(),
                    new String(device.payload(), StandardCharsets.UTF_8),
                    device.snippet()))
        .toList();
  }
}
