package wuchang.ingest.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/** The uplinks of The Things Stack v3. It leaves out what is 0, false or empty. */
final class ThingsStack implements Format {
  private static final JsonPointer DECODED = JsonPointer.compile("/uplink_message/decoded_payload");

  @Override
  public String name() {
    return "tts";
  }

  @Override
  public List<String> topics() {
    return List.of("v3/+/devices/+/up");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    ObjectNode root = message.object();
    JsonNode ids = root.path("end_device_ids");
    JsonNode up = root.path("uplink_message");
    String eui = ids.path("dev_eui").asText();
    Thing thing = Thing.named(eui, ids.path("device_id").asText());
    if (thing.names().isEmpty()) {
      throw new Unreadable(Reason.NO_IDENTITY, "expected /end_device_ids/dev_eui");
    }
    if (!up.isObject()) {
      return Heard.NOTHING;
    }
    JsonNode heard = up.path("received_at");
    When when = When.of(heard.isMissingNode() ? root.path("received_at") : heard);
    byte[] bytes = Base64Text.read(up.path("frm_payload"));
    Thing sold = thing.sold(up.path("version_ids").path("model_id").asText());
    int port = up.path("f_port").asInt();
    String key =
        String.join(
            "/",
            "tts",
            thing.names().get(0),
            ids.path("dev_addr").asText(),
            up.path("session_key_id").asText(),
            up.path("f_cnt").asText("0"));
    return Heard.of(new Said.Uplink(sold, when, root, DECODED, bytes, port)).once(key);
  }
}
