package wuchang.alerts.channel.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.common.MqttException;
import wuchang.alerts.channel.AreaState;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.ChannelParts.Broker;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.alerts.channel.Signal;
import wuchang.domain.AreaId;
import wuchang.domain.Severity;

/**
 * Keeps {@code {topic}/{area}} at a broker as each area stands, retained, so that a lamp that comes
 * later shows the truth, too: {@code {"area":"kitchen","severity":"major","open":1,
 * "acknowledged":0}}, severity {@code none} when all is well. A notification is accepted when the
 * broker has acknowledged the state of its area. What could not be published is published later,
 * without being asked.
 */
public final class MqttChannel implements Channel, Signal, AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String topic;
  private final InstantSource clock;
  private final Line line;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "wuchang-signal");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<AreaId, AreaState> shown = new HashMap<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Map<AreaId, AreaState> wanted = Map.of();
  private volatile Instant notBefore = Instant.MIN;

  /**
   * @param id makes the client's id, so that a second server does not put this one out
   */
  public MqttChannel(String id, String topic, Broker broker, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
    this.line = new Line(broker, "wuchang-signal-" + id);
  }

  @Override
  public void show(Map<AreaId, AreaState> areas) {
    wanted = Map.copyOf(areas);
    if (!clock.instant().isBefore(notBefore) && busy.compareAndSet(false, true)) {
      worker.execute(this::catchUp);
    }
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    AreaId area = message.alert().area();
    return CompletableFuture.supplyAsync(() -> receipt(area), worker);
  }

  /** The connection ends; what is retained stays. */
  @Override
  public void close() {
    worker.execute(line::close);
    worker.shutdown();
  }

  private void catchUp() {
    busy.set(false);
    Map<AreaId, AreaState> all = wanted;
    try {
      for (AreaId area : all.keySet()) {
        publish(area);
      }
    } catch (MqttException e) {
      notBefore = clock.instant().plus(PAUSE);
    }
  }

  private Receipt receipt(AreaId area) {
    try {
      publish(area);
      return new Accepted("acknowledged by the broker");
    } catch (MqttException e) {
      return new Failed(true, "MQTT reason code " + e.getReasonCode());
    }
  }

  private void publish(AreaId area) throws MqttException {
    AreaState state = wanted.getOrDefault(area, AreaState.CALM);
    if (!state.equals(shown.get(area))) {
      line.publish(topic + "/" + area, payload(area, state));
      shown.put(area, state);
    }
  }

  private static byte[] payload(AreaId area, AreaState state) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("area", area.value());
    body.put("severity", state.severity().map(Severity::word).orElse("none"));
    body.put("open", state.open());
    body.put("acknowledged", state.acknowledged());
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of words and numbers can be written as JSON", e);
    }
  }
}
