package wuchang.ingest.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Just so much of an MQTT 5 broker that a client can greet and subscribe: it notes what it is asked
 * for, and each connection is answered as the script says.
 */
final class ScriptedBroker implements AutoCloseable {
  /** What a CONNECT asked for, and when it came. */
  record Greeting(boolean cleanStart, long sessionExpiry, int receiveMaximum, long nanos) {}

  /** How a connection is answered. */
  enum Answer {
    REFUSED,
    NEW_SESSION,
    KEPT_SESSION
  }

  private static final int GOOD_BYE = 0xE0;
  private static final int SERVER_BUSY = 0x89;
  private static final int SESSION_EXPIRY = 0x11;
  private static final int RECEIVE_MAXIMUM = 0x21;

  private final ServerSocket entrance;
  private final List<Answer> script;
  private final List<Greeting> greetings = new CopyOnWriteArrayList<>();
  private final List<Integer> subscribedOn = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** The last answer is given to all further connections, too. */
  ScriptedBroker(Answer... script) throws IOException {
    this.entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.script = List.of(script);
    thread(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  List<Greeting> greetings() {
    return greetings;
  }

  /** The numbers of the connections, from 1, on which somebody subscribed. */
  List<Integer> subscribedOn() {
    return subscribedOn;
  }

  /** As when a network fails. */
  void cutAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    for (int number = 1; !entrance.isClosed(); number++) {
      try {
        Socket socket = entrance.accept();
        open.add(socket);
        int connection = number;
        thread(() -> serve(socket, connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int head = in.read(); head >= 0 && head != GOOD_BYE; head = in.read()) {
        byte[] body = in.readNBytes(length(in));
        answer(head & 0xF0, ByteBuffer.wrap(body), socket.getOutputStream(), number);
      }
    } catch (IOException cut) {
      // that is how it ends
    }
  }

  private void answer(int kind, ByteBuffer body, OutputStream out, int number) throws IOException {
    switch (kind) {
      case 0x10 -> {
        greetings.add(greeting(body));
        Answer answer = script.get(Math.min(number, script.size()) - 1);
        int reason = answer == Answer.REFUSED ? SERVER_BUSY : 0;
        send(out, 0x20, 3, answer == Answer.KEPT_SESSION ? 1 : 0, reason, 0);
      }
      case 0x80 -> {
        subscribedOn.add(number);
        byte[] id = {body.get(), body.get()};
        int filters = filters(body);
        send(out, 0x90, 3 + filters, id[0], id[1], 0);
        out.write(new byte[filters]);
      }
      case 0xC0 -> send(out, 0xD0, 0);
      default -> {
        // heartbeats: nobody hears them here
      }
    }
  }

  private static Greeting greeting(ByteBuffer body) {
    body.position(2 + "MQTT".length() + 1);
    boolean clean = (body.get() & 0x02) != 0;
    body.getShort(); // keep-alive
    int end = body.get() + body.position();
    long expiry = 0;
    OptionalInt maximum = OptionalInt.empty();
    while (body.position() < end) {
      switch (body.get()) {
        case SESSION_EXPIRY -> expiry = body.getInt() & 0xFFFFFFFFL;
        case RECEIVE_MAXIMUM -> maximum = OptionalInt.of(body.getShort() & 0xFFFF);
        default -> body.position(end);
      }
    }
    return new Greeting(clean, expiry, maximum.orElse(0xFFFF), System.nanoTime());
  }

  private static int filters(ByteBuffer body) {
    body.position(body.position() + 1 + body.get(body.position()));
    int filters = 0;
    while (body.hasRemaining()) {
      body.position(body.getShort() + body.position() + 1);
      filters++;
    }
    return filters;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      length |= (next & 0x7F) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return length;
  }

  private static void send(OutputStream out, int... bytes) throws IOException {
    for (int each : bytes) {
      out.write(each);
    }
    out.flush();
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cutAll();
  }
}
