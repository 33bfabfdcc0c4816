package wuchang.embedded.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback address. */
final class Ports {
  private static final int ANSWER_MILLIS = 500;

  private Ports() {}

  /** The wanted port if nobody has it, else any free one. 0 wants any. */
  static int free(int wanted) throws IOException {
    if (wanted != 0 && !isTaken(wanted)) {
      return wanted;
    }
    try (ServerSocket any = new ServerSocket(0, 1, loopback())) {
      return any.getLocalPort();
    }
  }

  private static boolean isTaken(int port) {
    // Asked both ways: some systems let two listen when one of them listens on all addresses.
    return answers(port) || !canListen(port);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback(), port), ANSWER_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canListen(int port) {
    try (ServerSocket ours = new ServerSocket(port, 1, loopback())) {
      return ours.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
