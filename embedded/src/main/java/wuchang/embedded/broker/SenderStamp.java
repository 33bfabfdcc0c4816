package wuchang.embedded.broker;

import java.util.List;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes who sent it onto a message to {@link TopicRights#ME}, as the MQTT 5 user property {@link
 * EmbeddedBroker#SENDER_PROPERTY}. What the sender itself had written there is taken away, so
 * nobody can speak in another's name.
 */
final class SenderStamp implements ActiveMQServerMessagePlugin {
  private static final String SENDER =
      MQTTUtil.MQTT_USER_PROPERTY_KEY_PREFIX + "0." + EmbeddedBroker.SENDER_PROPERTY;

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue) {
    if (TopicRights.ME.contains(message.getAddress())) {
      removeUserProperties(message);
      message.putIntProperty(MQTTUtil.MQTT_USER_PROPERTY_EXISTS_KEY, 1);
      message.putStringProperty(SENDER, session.getUsername());
    }
  }

  private static void removeUserProperties(Message message) {
    for (SimpleString name : List.copyOf(message.getPropertyNames())) {
      if (name.startsWith(MQTTUtil.MQTT_USER_PROPERTY_KEY_PREFIX_SIMPLE)) {
        message.removeProperty(name);
      }
    }
  }
}
