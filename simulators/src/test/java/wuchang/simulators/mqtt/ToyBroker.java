package wuchang.simulators.mqtt;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The publishing half of MQTT 5 over a real socket, with bad manners on demand: it acknowledges as
 * late as the Receive Maximum allows, breaks connections, and refuses.
 */
public final class ToyBroker implements AutoCloseable {
  /** What a publisher sent. */
  public record Received(String topic, String payload) {}

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Received> received = new ArrayList<>();
  private final int receiveMaximum;
  private volatile int connectReason;
  private volatile int publishReason;
  private volatile int breakEvery = Integer.MAX_VALUE;
  private volatile boolean waiting;
  private volatile int connections;
  private volatile int mostOutstanding;

  public ToyBroker(int receiveMaximum) throws IOException {
    this.receiveMaximum = receiveMaximum;
    Thread acceptor = new Thread(this::accept, "toy-broker");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  public Broker address() {
    return Broker.parse("tcp://127.0.0.1:" + server.getLocalPort());
  }

  /** Answers every CONNECT with that reason. */
  public void refuseConnections(int reason) {
    connectReason = reason;
  }

  /** Answers every PUBLISH with that reason. */
  public void refuseMessages(int reason) {
    publishReason = reason;
  }

  /** Breaks a connection at so many messages, those without acknowledgement included. */
  public void breakEvery(int messages) {
    breakEvery = messages;
  }

  /** Acknowledges nothing before as much as the Receive Maximum allows has come. */
  public void waitUntilFull() {
    waiting = true;
  }

  public int connections() {
    return connections;
  }

  /** The most messages that were unacknowledged at a time. */
  public int mostOutstanding() {
    return mostOutstanding;
  }

  /** Every message in the order it came, repetitions included. */
  public List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        connections++;
        Thread thread = new Thread(() -> serve(socket), "toy-broker-connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      List<Integer> owed = new ArrayList<>();
      for (int count = 0; count < breakEvery; ) {
        int type = in.readUnsignedByte() >> 4;
        byte[] body = in.readNBytes(length(in));
        switch (type) {
          case 1 -> out.write(connack());
          case 3 -> {
            owed.add(keep(ByteBuffer.wrap(body)));
            count++;
          }
          case 12 -> out.write(new byte[] {(byte) 0xD0, 0});
          default -> {
            return;
          }
        }
        mostOutstanding = Math.max(mostOutstanding, owed.size());
        boolean full = owed.size() >= receiveMaximum;
        if (full || (in.available() == 0 && !waiting)) {
          waiting = false;
          acknowledge(owed, out);
        }
      }
    } catch (IOException e) {
      // The publisher went away.
    } finally {
      sockets.remove(socket);
    }
  }

  private byte[] connack() {
    byte high = (byte) (receiveMaximum >> 8);
    return new byte[] {0x20, 6, 0, (byte) connectReason, 3, 0x21, high, (byte) receiveMaximum};
  }

  private void acknowledge(List<Integer> owed, DataOutputStream out) throws IOException {
    ByteArrayOutputStream acks = new ByteArrayOutputStream();
    for (int id : owed) {
      byte[] ack = {0x40, 4, (byte) (id >> 8), (byte) id, (byte) publishReason, 0};
      acks.write(ack);
    }
    owed.clear();
    out.write(acks.toByteArray());
  }

  /** Keeps a QoS 1 message; its packet id. */
  private int keep(ByteBuffer body) {
    byte[] topic = new byte[body.getShort() & 0xFFFF];
    body.get(topic);
    int id = body.getShort() & 0xFFFF;
    int properties = body.get();
    body.position(body.position() + properties);
    byte[] payload = new byte[body.remaining()];
    body.get(payload);
    synchronized (received) {
      received.add(
          new Received(
              new String(topic, StandardCharsets.UTF_8),
              new String(payload, StandardCharsets.UTF_8)));
    }
    return id;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7F) << shift;
      if (digit < 0x80) {
        return length;
      }
    }
  }
}
