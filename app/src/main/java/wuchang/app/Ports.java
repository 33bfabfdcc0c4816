package wuchang.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out whether a port can be had before anything is started on it. */
public final class Ports {
  private Ports() {}

  /** The port if it is free, else 0, which lets the system choose. */
  public static int freeOr0(String host, int port) {
    return port == 0 || isFree(host, port) ? port : 0;
  }

  /**
   * Makes sure that a port can be had.
   *
   * @param what who wants it, for the message
   * @throws IOException naming the port when somebody else has it
   */
  static void claim(String what, String host, int port) throws IOException {
    if (port != 0 && !isFree(host, port)) {
      throw taken(what, host, port);
    }
  }

  static IOException taken(String what, String host, int port) {
    return new IOException(
        "port %d on %s, wanted for %s, is taken by another program".formatted(port, host, what));
  }

  static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
