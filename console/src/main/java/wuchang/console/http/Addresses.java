package wuchang.console.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a request comes from. */
final class Addresses {
  private static final String FORWARDED = "X-Forwarded-For";

  private Addresses() {}

  /** The client's address; a proxy's word for it counts only when the proxy is on this machine. */
  static String client(HttpServerRequest request) {
    String peer = peer(request);
    String forwarded = request.getHeader(FORWARDED);
    if (forwarded == null || !isLoopback(peer)) {
      return peer;
    }
    // The last entry is the proxy's own; those before it are whatever the client said.
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  /** Whether it was made on this machine, and not handed on by a proxy that runs here. */
  static boolean isLocal(HttpServerRequest request) {
    return request.getHeader(FORWARDED) == null
        && request.getHeader("Forwarded") == null
        && isLoopback(peer(request));
  }

  private static String peer(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }

  private static boolean isLoopback(String address) {
    try {
      // Only ever an address and no name: nothing is looked up.
      return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
