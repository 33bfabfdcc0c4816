package wuchang.simulators.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Of all a client may tell, a publisher wants to hear one thing: that the connection is lost. */
record Loss(Consumer<String> lost) implements MqttCallback {
  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException cause = response.getException();
    lost.accept(cause == null ? "reason " + response.getReturnCode() : cause.getMessage());
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    // Followed by disconnected().
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    // Nothing is subscribed to.
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each message has a listener of its own.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // The token of the connect says so.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // No extended authentication is used.
  }
}
