package wuchang.console.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.console.parts.AlertWords;
import wuchang.console.view.AlertView;
import wuchang.console.view.DeviceView;
import wuchang.console.view.Json;
import wuchang.console.view.ReadingView;
import wuchang.console.view.RecordView;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.book.BookEntries;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.DeviceStates;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * Turns what the stages say into events: an alert as it stands after its last step, a device when
 * what can be said of it changed, a reading when it is new. Remembers one state for each device of
 * the site. For one thread.
 */
final class Feed {
  private final Supplier<Site> site;
  private final AlertWords words;
  private final Function<RuleId, Optional<RuleCard>> cards;
  private final Map<DeviceId, DeviceState> last = new HashMap<>();

  Feed(Supplier<Site> site, AlertWords words, Function<RuleId, Optional<RuleCard>> cards) {
    this.site = site;
    this.words = words;
    this.cards = cards;
  }

  List<Happening> of(AlertSteps steps) {
    Map<AlertId, Alert> standing = new LinkedHashMap<>();
    steps.steps().forEach(step -> standing.put(step.alert().id(), step.alert()));
    return standing.values().stream()
        .map(alert -> new Happening("alert", alert.area(), Json.write(AlertView.of(alert, words))))
        .toList();
  }

  /** Records about an area, and not about persons. */
  List<Happening> of(BookEntries written) {
    Site now = site.get();
    List<Happening> happenings = new ArrayList<>();
    for (BookEntry entry : written.entries()) {
      Optional<AreaId> area =
          entry.area().or(() -> entry.about().flatMap(now::device).map(Device::area));
      area.filter(known -> !entry.kind().isPersonal())
          .map(where -> new Happening("record", where, json(entry)))
          .ifPresent(happenings::add);
    }
    return happenings;
  }

  private static String json(BookEntry entry) {
    return Json.write(RecordView.of(entry, entry.arrived()));
  }

  List<Happening> of(DeviceStates states) {
    Site now = site.get();
    last.keySet().retainAll(now.devices().keySet());
    List<Happening> happenings = new ArrayList<>();
    for (DeviceState state : states.states()) {
      now.device(state.device()).ifPresent(device -> add(happenings, device, state));
    }
    return happenings;
  }

  private void add(List<Happening> happenings, Device device, DeviceState state) {
    Optional<DeviceState> before = Optional.ofNullable(last.put(device.id(), state));
    if (before.isEmpty() || !sameVerdict(before.get(), state)) {
      DeviceView view = DeviceView.of(device, Optional.of(state), cards);
      happenings.add(new Happening("device", device.area(), Json.write(view)));
    }
    List<Reading> known = before.map(DeviceState::latest).orElse(List.of());
    state.latest().stream()
        .filter(reading -> !known.contains(reading))
        .map(reading -> Json.write(ReadingView.of(reading)))
        .forEach(json -> happenings.add(new Happening("reading", device.area(), json)));
  }

  private static boolean sameVerdict(DeviceState before, DeviceState after) {
    return before.state() == after.state() && before.rules().equals(after.rules());
  }
}
