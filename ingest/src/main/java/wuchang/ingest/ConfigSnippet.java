package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.ingest.format.Quoted;

/**
 * A guess at how an unknown device would be configured: its kind by the metrics it sends, its area
 * the first one. A person corrects it.
 */
final class ConfigSnippet {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Home Assistant's name for how old a state may be, in seconds, and its abbreviation. */
  private static final Pattern EXPIRES =
      Pattern.compile("\"(?:expire_after|exp_aft)\"\\s*:\\s*([1-9]\\d{0,6})\\b");

  private static final Pattern NO_ID_LETTER = Pattern.compile("[^\\p{L}\\p{N}_.:-]+");

  private ConfigSnippet() {}

  static String of(Decoded.Stranger stranger, Site site) {
    String name = stranger.name();
    String payload = new String(stranger.incoming().payload(), UTF_8);
    String id = Roster.asId(name).isPresent() ? name : idFor(name);
    String area =
        site.areas().keySet().stream().findFirst().map(a -> quoted(a.value())).orElse("AREA");
    String kind = kind(stranger, payload).word();
    return "- {id: %s, kind: %s, area: %s%s%s}"
        .formatted(quoted(id), kind, area, interval(stranger, payload), sources(stranger, id));
  }

  /** What describes itself may say after how long its silence counts. */
  private static String interval(Decoded.Stranger stranger, String payload) {
    Matcher expires = EXPIRES.matcher(payload);
    return stranger.format().equals("homeassistant") && expires.find()
        ? ", interval: " + expires.group(1) + "s"
        : "";
  }

  private static String sources(Decoded.Stranger stranger, String id) {
    String name = stranger.name();
    if (!stranger.source().isEmpty()) {
      return ", sources: [" + stranger.source() + "]";
    }
    if (stranger.format().isEmpty() && id.equals(name)) {
      return "";
    }
    String format = stranger.format().isEmpty() ? "thingsboard" : stranger.format();
    return ", sources: [{format: " + format + ", id: " + quoted(name) + "}]";
  }

  private static DeviceKind kind(Decoded.Stranger stranger, String payload) {
    String topic = stranger.incoming().topic();
    switch (stranger.format()) {
      case "hikvision", "dahua":
        return DeviceKind.ACCESS_GATE;
      case "dlt645":
        return DeviceKind.ELECTRICITY_METER;
      case "cjt188":
        return DeviceKind.WATER_METER;
      default: // the payload tells
    }
    if (topic.endsWith("/event")) {
      return DeviceKind.ACCESS_GATE;
    }
    if (says(payload, "water_total") || says(payload, "flow_rate")) {
      return DeviceKind.WATER_METER;
    }
    if (says(payload, "ENERGY") || says(payload, "aenergy")) {
      return DeviceKind.ELECTRICITY_METER;
    }
    if (says(payload, "temperature") || says(payload, "Temperature")) {
      return DeviceKind.FRIDGE;
    }
    boolean electric = says(payload, "energy_total") || says(payload, "voltage");
    return electric || says(payload, "power") ? DeviceKind.ELECTRICITY_METER : DeviceKind.GATEWAY;
  }

  private static boolean says(String payload, String metric) {
    return payload.contains('"' + metric + '"');
  }

  private static String idFor(String name) {
    String id = NO_ID_LETTER.matcher(name.strip()).replaceAll("-");
    String start = id.replaceFirst("^[^\\p{L}\\p{N}]+", "");
    String cut = start.length() <= 64 ? start : start.substring(0, 64);
    return Roster.asId(cut).isPresent() ? cut : "device";
  }

  /** Plain words stand as they are; everything else in quotation marks, as YAML wants it. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : Quoted.yaml(word);
  }
}
