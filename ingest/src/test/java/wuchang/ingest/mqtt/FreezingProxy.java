package wuchang.ingest.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a broker that can go dead without being cut, as a mobile network does. */
final class FreezingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private static final class Line {
    private final Socket near;
    private final Socket far;
    private volatile boolean frozen;

    Line(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void carry(Socket from, Socket to) {
      byte[] buffer = new byte[4096];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!frozen) {
            out.write(buffer, 0, n);
          }
        }
      } catch (IOException closed) {
        // that is how it ends
      }
    }
  }

  FreezingProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    thread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return lines.size();
  }

  /** The lines that are there swallow everything from now on; new ones are sound. */
  void freeze() {
    lines.forEach(line -> line.frozen = true);
  }

  private void accept() {
    try {
      while (true) {
        Line line = new Line(server.accept(), new Socket("127.0.0.1", target));
        lines.add(line);
        thread(() -> line.carry(line.near, line.far));
        thread(() -> line.carry(line.far, line.near));
      }
    } catch (IOException closed) {
      // that is how it ends
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Line line : lines) {
      line.near.close();
      line.far.close();
    }
  }
}
