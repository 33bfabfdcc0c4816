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
