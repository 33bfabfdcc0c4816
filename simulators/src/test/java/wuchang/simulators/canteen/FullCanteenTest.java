package wuchang.simulators.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.wire.Message;

class FullCanteenTest {
  /** Monday, 08:00 in Shanghai. */
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final Duration SPAN = Duration.ofHours(1);

  @Test
  void every_device_speaks_and_their_order_does_not_matter() throws InterruptedException {
    Site site = FullCanteen.site();
    List<DeviceId> order = new ArrayList<>(site.devices().keySet());
    Collections.reverse(order);
    Map<DeviceId, Device> reversed = new LinkedHashMap<>();
    order.forEach(id -> reversed.put(id, site.devices().get(id)));

    Map<String, List<String>> said = said(site);
    Map<String, List<String>> saidBackwards = said(FullCanteen.of(site, reversed));

    for (String id : List.of("hot-1", "cooling-1", "room-1", "uv-1", "dishes-1", "by-steam")) {
      assertThat(said.get(id)).as(id).hasSizeGreaterThan(50).isEqualTo(saidBackwards.get(id));
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(site.devices().size() - 2);
  }

  private static Map<String, List<String>> said(Site site) throws InterruptedException {
    Map<String, List<String>> said = new HashMap<>();
    Canteen canteen = new Canteen(new Workshop(site, Map.of(), Map.of()), 3, START);
    canteen.until(
        START.plus(SPAN),
        List.of(),
        false,
        message ->
            said.computeIfAbsent(device(message), id -> new ArrayList<>()).add(message.text()));
    return said;
  }

  private static String device(Message message) {
    return message.topic().split("/")[2];
  }
}
