package wuchang.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What has arrived and is not journalled yet, in the order in which it came. Bounded by its weight
 * in memory: whoever brings more has to wait, and so has the network behind him.
 */
public final class Inbox {
  /** The most that waits. */
  public static final int MOST_BYTES = 16 << 20;

  private final LinkedBlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_BYTES);

  /** Takes it in, if there is room now or soon. */
  public boolean offer(Arrival arrival, Duration patience) throws InterruptedException {
    boolean fits = room.tryAcquire(arrival.weight(), patience.toMillis(), TimeUnit.MILLISECONDS);
    return fits && waiting.add(arrival);
  }

  /** Takes it in, if there is room now. */
  public boolean offer(Arrival arrival) {
    return room.tryAcquire(arrival.weight()) && waiting.add(arrival);
  }

  /**
   * What is there, oldest first: at most so many messages and so many bytes. Waits for the first.
   */
  public List<Arrival> take(int most, long mostBytes, Duration patience)
      throws InterruptedException {
    Arrival first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    List<Arrival> taken = new ArrayList<>();
    long bytes = 0;
    for (Arrival next = first; next != null; next = waiting.poll()) {
      taken.add(next);
      bytes += next.weight();
      if (taken.size() == most || bytes >= mostBytes) {
        break;
      }
    }
    room.release((int) bytes);
    return taken;
  }

  /** Lets go of what will be sent again. */
  public void forgetSuperseded() {
    waiting.removeIf(
        arrival -> {
          boolean gone = arrival.receipt().isSuperseded();
          if (gone) {
            room.release(arrival.weight());
          }
          return gone;
        });
  }

  public boolean isEmpty() {
    return waiting.isEmpty();
  }
}
