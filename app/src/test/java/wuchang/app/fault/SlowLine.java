package wuchang.app.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A line to a port of this machine that carries so many bytes a second, each after a while. */
final class SlowLine implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool(SlowLine::daemon);
  private final int target;
  private final int bytesPerSecond;
  private final Duration delay;
  private volatile boolean slow = true;

  SlowLine(int target, int bytesPerSecond, Duration delay) throws IOException {
    this.target = target;
    this.bytesPerSecond = bytesPerSecond;
    this.delay = delay;
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** From now on it is as fast as any. */
  void hurry() {
    slow = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] some = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        if (slow) {
          LockSupport.parkNanos(delay.toNanos() + 1_000_000_000L * read / bytesPerSecond);
        }
        out.write(some, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One end is gone, and so is the other.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "slow-line");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    threads.shutdownNow();
  }
}
