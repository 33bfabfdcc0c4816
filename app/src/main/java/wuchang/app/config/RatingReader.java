package wuchang.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.Dimension;
import wuchang.domain.Quantity;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Range;
import wuchang.domain.site.DeviceKind;

/** The numbers of a device's nameplate, by their keys. */
final class RatingReader {
  private RatingReader() {}

  static Map<String, Quantity> read(Section device, Optional<DeviceKind> kind) {
    Map<String, Quantity> ratings = new HashMap<>();
    put(ratings, device, "set-point", setPoint(kind));
    put(ratings, device, "rated-power", positive(Dimension.POWER));
    put(ratings, device, "rated-current", positive(Dimension.CURRENT));
    put(ratings, device, "max-flow", positive(Dimension.FLOW));
    put(ratings, device, "resolution", positive(counted(kind)));
    put(ratings, device, "modulus", positive(Dimension.COUNT));
    put(ratings, device, "price", price());
    put(ratings, device, "phases", phases());
    put(ratings, device, "hold", positive(Dimension.TIME));
    return ratings;
  }

  private static void put(
      Map<String, Quantity> ratings, Section device, String key, Form<Quantity> form) {
    device.get(key, form).ifPresent(rating -> ratings.put(key, rating));
  }

  private static Form<Quantity> setPoint(Optional<DeviceKind> kind) {
    Range range =
        kind.map(k -> k.plausible(Metric.TEMPERATURE)).orElse(Metric.TEMPERATURE.plausible());
    return Measured.in(Dimension.TEMPERATURE)
        .only(
            "a temperature from %.0f °C to %.0f °C".formatted(range.low(), range.high()),
            point -> range.contains(point.in(Metric.TEMPERATURE.unit())));
  }

  /** A water meter counts cubic metres, an electricity meter kilowatt-hours. */
  private static Dimension counted(Optional<DeviceKind> kind) {
    return kind.equals(Optional.of(DeviceKind.ELECTRICITY_METER))
        ? Dimension.ENERGY
        : Dimension.VOLUME;
  }

  private static Form<Quantity> positive(Dimension dimension) {
    Form<Quantity> any = Measured.in(dimension);
    return any.only(any.expected() + ", above 0", quantity -> quantity.value() > 0);
  }

  private static Form<Quantity> price() {
    return Measured.in(Dimension.COUNT)
        .only("a price for each kWh or m³, not below 0", price -> price.value() >= 0);
  }

  private static Form<Quantity> phases() {
    return Measured.in(Dimension.COUNT)
        .only("1 or 3", phases -> phases.value() == 1 || phases.value() == 3);
  }
}
