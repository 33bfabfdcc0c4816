package wuchang.app.laboratory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Brings rows into the order of time that come out of it by a day at most: what came in order, or a
 * little late, waits in a queue, what came later in a heap, and the older of both goes on when it
 * is a day older than the newest. So a file nearly in order costs next to nothing.
 */
final class Window implements RowSink {
  /** How late a row may come. */
  static final Duration SPAN = Duration.ofDays(1);

  /** How many rows may wait: 50 MB in order, 130 MB in disorder. */
  static final int MOST = 2_000_000;

  private static final int CHUNK = 16_384;

  /** A row that is late by so many rows is put in its place in the queue. */
  private static final int LITTLE = 1024;

  /** The rows are more out of order than the window is wide, or too many to wait. */
  static final class TooNarrow extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooNarrow() {
      super("rows come more than a day late", null, false, false);
    }
  }

  private record Late(long time, int device, int what, double value) implements Comparable<Late> {
    @Override
    public int compareTo(Late other) {
      return Long.compare(time, other.time);
    }
  }

  private final RowSink sink;
  private final int most;
  private final Deque<Rows> queue = new ArrayDeque<>();
  private final PriorityQueue<Late> late = new PriorityQueue<>();
  private int head;
  private int waiting;
  private long newest = Long.MIN_VALUE;
  private long given = Long.MIN_VALUE;

  Window(RowSink sink, int most) {
    this.sink = sink;
    this.most = most;
  }

  @Override
  public void take(long time, int device, int what, double value)
      throws IOException, InterruptedException {
    if (time < given || ++waiting > most) {
      throw new TooNarrow();
    }
    if (time < newest) {
      waitLate(time, device, what, value);
      return;
    }
    newest = time;
    if (queue.isEmpty() || queue.getLast().isFull()) {
      queue.addLast(new Rows(CHUNK));
    }
    queue.getLast().add(time, device, what, value);
    giveBefore(newest - SPAN.toMillis());
  }

  private void waitLate(long time, int device, int what, double value) {
    if (queue.isEmpty() || !queue.getLast().insert(time, device, what, value, LITTLE)) {
      late.add(new Late(time, device, what, value));
    }
  }

  /** Gives what still waits. */
  void finish() throws IOException, InterruptedException {
    giveBefore(Long.MAX_VALUE);
  }

  private void giveBefore(long limit) throws IOException, InterruptedException {
    for (long oldest = oldest(); oldest < limit; oldest = oldest()) {
      given = oldest;
      waiting--;
      if (!late.isEmpty() && late.peek().time() == oldest) {
        Late row = late.remove();
        sink.take(row.time(), row.device(), row.what(), row.value());
      } else {
        giveHead();
      }
    }
  }

  private long oldest() {
    long inOrder = queue.isEmpty() ? Long.MAX_VALUE : queue.getFirst().time(head);
    return late.isEmpty() ? inOrder : Math.min(inOrder, late.peek().time());
  }

  private void giveHead() throws IOException, InterruptedException {
    Rows first = queue.getFirst();
    first.give(head++, sink);
    if (head == first.size()) {
      queue.removeFirst();
      head = 0;
    }
  }
}
