package wuchang.app.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Source;
import wuchang.domain.site.Traits;

/** The section {@code devices}. */
final class DeviceReader {
  /** What every device must say of itself. */
  private record Self(DeviceId id, DeviceKind kind, AreaId area) {}

  private static final Form<DeviceKind> KIND =
      Form.word(
          "kind",
          Arrays.stream(DeviceKind.values()).map(DeviceKind::word).toList(),
          DeviceKind::of);

  private final Register register;
  private final RuleReader rules;
  private final TraitsReader traits;
  private final Form<AreaId> area;
  private final Form<DeviceId> gateway;
  private final Form<DeviceId> circuit;

  DeviceReader(Register register, RuleReader rules) {
    this.register = register;
    this.rules = rules;
    this.traits = new TraitsReader(register);
    this.area = Form.reference("area", "an area", register.areas(), AreaId::of);
    this.gateway =
        Form.reference(
            "gateway", "a gateway", register.devicesOf(DeviceKind.GATEWAY), DeviceId::of);
    this.circuit =
        Form.reference(
            "circuit",
            "an electricity-meter",
            register.devicesOf(DeviceKind.ELECTRICITY_METER),
            DeviceId::of);
  }

  List<Device> read(Section root) {
    return root.get(
        "devices", Form.section("a device with id, kind and area", this::device).list(), List.of());
  }

  private Optional<Device> device(Section device) {
    Optional<DeviceId> id = device.need("id", As.id(DeviceId::of));
    Optional<DeviceKind> kind = device.need("kind", KIND);
    Optional<AreaId> in = device.need("area", area);
    Function<Self, Device> rest = rest(device, kind);
    Optional<Device> read =
        id.flatMap(i -> kind.flatMap(k -> in.map(a -> rest.apply(new Self(i, k, a)))));
    read.ifPresent(whole -> warnIfTooSlow(device, whole));
    return read;
  }

  private void warnIfTooSlow(Section section, Device device) {
    Optional<Duration> slowest = rules.slowest(device);
    Optional<Duration> interval = device.interval();
    if (slowest.isPresent()
        && interval.isPresent()
        && interval.get().compareTo(slowest.get()) > 0) {
      section
          .value("interval")
          .ifPresent(
              value ->
                  value.warn(
                      "interval"
                          + value.shown()
                          + " is too slow to prove a disinfection; expected "
                          + Quantity.of(slowest.get())
                          + " or less"));
    }
  }

  /** Reads what a device may leave out, also when what it needs is missing. */
  private Function<Self, Device> rest(Section device, Optional<DeviceKind> kind) {
    Optional<Text> name = device.get("name", As.NAME);
    Optional<Duration> interval = device.get("interval", Measured.SPAN);
    Optional<DeviceId> speaksThrough = link(device, "gateway", gateway);
    Optional<DeviceId> fedBy = link(device, "circuit", circuit);
    Traits known = traits.read(device, kind);
    List<Source> sources = device.get("sources", SourceReader.FORM.list(), List.of());
    Map<RuleId, RuleOverride> changed = rules.read(device);
    return self ->
        new Device(
            self.id(),
            self.kind(),
            self.area(),
            name.orElse(Text.same(self.id().value())),
            interval,
            speaksThrough,
            fedBy,
            known,
            sources,
            changed);
  }

  /** The device of a kind that a key names; a chain of such devices must have an end. */
  private Optional<DeviceId> link(Section device, String key, Form<DeviceId> form) {
    Optional<DeviceId> to = device.get(key, form);
    device
        .peekText("id")
        .flatMap(id -> id.text("an id"))
        .filter(id -> to.isPresent() && register.comesBack(id, key))
        .flatMap(id -> device.value(key))
        .ifPresent(v -> v.fault(key + v.shown() + " leads back here; expected another"));
    return to;
  }
}
