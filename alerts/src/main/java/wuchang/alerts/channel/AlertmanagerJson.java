package wuchang.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.domain.Language;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;

/**
 * The body of Alertmanager's webhook, version 4, so that every receiver made for Alertmanager
 * understands it. The fingerprint is the alert's id: the same in every message about it, also in
 * one that is sent twice.
 */
final class AlertmanagerJson {
  /** What Alertmanager writes for "has not ended". */
  private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

  private static final String FIRING = "firing";
  private static final String RESOLVED = "resolved";
  private static final ObjectWriter WRITER = new ObjectMapper().writer();

  private record Envelope(
      String version,
      String groupKey,
      int truncatedAlerts,
      String status,
      String receiver,
      Map<String, String> groupLabels,
      Map<String, String> commonLabels,
      Map<String, String> commonAnnotations,
      String externalURL,
      List<Item> alerts) {}

  private record Item(
      String status,
      Map<String, String> labels,
      Map<String, String> annotations,
      String startsAt,
      String endsAt,
      String generatorURL,
      String fingerprint) {}

  private AlertmanagerJson() {}

  static byte[] bytes(Message message) {
    try {
      return WRITER.writeValueAsBytes(envelope(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings can always be written as JSON", e);
    }
  }

  private static Envelope envelope(Message message) {
    Alert alert = message.alert();
    List<Item> items = message.each().stream().map(AlertmanagerJson::item).toList();
    Map<String, String> group = new LinkedHashMap<>();
    group.put("alertname", alert.rule().value());
    group.put("device", alert.device().value());
    return new Envelope(
        "4",
        "{}:{alertname=\"" + alert.rule() + "\", device=\"" + alert.device() + "\"}",
        0,
        items.stream().anyMatch(item -> item.status().equals(FIRING)) ? FIRING : RESOLVED,
        message.channel(),
        group,
        common(items, Item::labels),
        common(items, Item::annotations),
        message.home().toString(),
        items);
  }

  /** What all of them share. */
  private static Map<String, String> common(
      List<Item> items, Function<Item, Map<String, String>> of) {
    Map<String, String> shared = new LinkedHashMap<>(of.apply(items.get(0)));
    items.forEach(item -> shared.entrySet().retainAll(of.apply(item).entrySet()));
    return shared;
  }

  private static Item item(Message message) {
    Alert alert = message.alert();
    // The word that a silence is over ends nothing that goes on, and nobody would end it later.
    boolean over = message.ended() || alert.resolvedAt().isPresent();
    return new Item(
        over ? RESOLVED : FIRING,
        labels(message),
        annotations(message),
        alert.since().toString(),
        over ? ended(message).toString() : NOT_ENDED,
        message.link().toString(),
        alert.id().value());
  }

  private static Instant ended(Message message) {
    return message.alert().resolvedAt().or(message.alert()::closedAt).orElse(message.at());
  }

  private static Map<String, String> labels(Message message) {
    Alert alert = message.alert();
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("alertname", alert.rule().value());
    labels.put("device", alert.device().value());
    labels.put("area", alert.area().value());
    labels.put("severity", alert.severity().word());
    labels.put("principle", alert.principle().word());
    labels.put("site", message.site().value());
    return labels;
  }

  /** Receivers show {@code summary} and {@code description}: zh. The English stands beside them. */
  private static Map<String, String> annotations(Message message) {
    Map<String, String> annotations = new LinkedHashMap<>();
    put(annotations, "summary", message.words().headline());
    put(annotations, "description", message.words().sentence());
    put(annotations, "action", message.words().action());
    put(annotations, "owner", message.words().owner());
    annotations.put("step", message.step());
    annotations.put("level", String.valueOf(message.alert().level()));
    annotations.put(
        "to", message.to().stream().map(PersonId::value).collect(Collectors.joining(",")));
    annotations.values().removeIf(String::isEmpty);
    return annotations;
  }

  private static void put(Map<String, String> annotations, String name, Text text) {
    annotations.put(name, text.in(Language.ZH));
    annotations.put(name + "_zh", text.in(Language.ZH));
    annotations.put(name + "_en", text.in(Language.EN));
  }
}
