package wuchang.app.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Traits;
import wuchang.domain.site.Traits.Defrost;
import wuchang.domain.site.Traits.Disinfection;

/** What a device says of itself beyond kind and place. */
final class TraitsReader {
  private static final Form<Boolean> BUFFERED =
      Form.word("probe", List.of("air", "buffered"), TraitsReader::buffered);
  private static final Form<Disinfection> METHOD =
      Form.word(
          "method",
          Arrays.stream(Disinfection.values()).map(TraitsReader::word).toList(),
          TraitsReader::method);
  private static final Form<Defrost> DEFROST =
      Form.section("{times: [\"03:00\"], longest: 40m}", TraitsReader::defrost);

  /** How long a defrost may hold the air rule back when nothing is said (DOMAIN.md B2.6). */
  private static final Duration LONGEST_DEFROST = Duration.ofMinutes(45);

  private final Form<String> meal;

  TraitsReader(Register register) {
    this.meal = Form.reference("meal", "a meal", register.meals(), id -> id);
  }

  Traits read(Section device, Optional<DeviceKind> kind) {
    kind.ifPresent(k -> warnOfUseless(device, k));
    return new Traits(
        RatingReader.read(device, kind),
        device.get("walk-in", As.FLAG, false),
        device.get("probe", BUFFERED, false),
        device.get("calibrated", When.DATE),
        device.get("defrost", DEFROST),
        device.get("method", METHOD),
        device.get("plan", meal.list(), List.of()),
        device.get("allowed", When.WINDOW.list(), List.of()));
  }

  private static void warnOfUseless(Section device, DeviceKind kind) {
    for (Trait trait : Trait.values()) {
      Optional<Value> value = device.value(trait.key()).filter(v -> !trait.suits(kind));
      value.ifPresent(
          v ->
              v.warn(
                  trait.key()
                      + " says nothing about a device of kind "
                      + kind.word()
                      + "; expected on "
                      + trait.suited()));
    }
  }

  private static Optional<Defrost> defrost(Section defrost) {
    Optional<List<LocalTime>> times = defrost.need("times", When.TIME.list());
    Duration longest = defrost.get("longest", Measured.SPAN, LONGEST_DEFROST);
    return times.map(t -> new Defrost(t, longest));
  }

  private static Optional<Boolean> buffered(String probe) {
    return switch (probe) {
      case "air" -> Optional.of(false);
      case "buffered" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<Disinfection> method(String word) {
    return Arrays.stream(Disinfection.values()).filter(m -> word(m).equals(word)).findFirst();
  }

  private static String word(Disinfection method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
