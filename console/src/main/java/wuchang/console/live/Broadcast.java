package wuchang.console.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.Json;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.book.BookEntries;
import wuchang.domain.finding.DeviceStates;

/**
 * Tells all listeners what happens. Nothing is kept for who is away: each stream begins with {@code
 * hello}, which means "read the lists now", and from then on misses nothing or is cut off. For one
 * thread, the console's event loop.
 */
public final class Broadcast {
  /** More than any canteen has phones; a bound, so that streams cannot eat the memory. */
  static final int MOST_LISTENERS = 500;

  private final Feed feed;
  private final InstantSource clock;
  private final Counter dropped;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private long number;

  public Broadcast(ConsoleParts parts) {
    this.feed = new Feed(parts.site(), parts.words(), parts.cards());
    this.clock = parts.clock();
    MeterRegistry metrics = parts.metrics();
    this.dropped = metrics.counter("wuchang_stream_dropped");
    metrics.gauge("wuchang_stream_listeners", listeners, Set::size);
  }

  /** Takes a listener in; false when there are too many. */
  public boolean add(Listener listener) {
    if (listeners.size() >= MOST_LISTENERS) {
      return false;
    }
    listener.response().setWriteQueueMaxSize(Listener.MOST_WAITING);
    listeners.add(listener);
    listener.response().closeHandler(closed -> listeners.remove(listener));
    listener.response().exceptionHandler(broken -> listeners.remove(listener));
    listener.tell(Buffer.buffer("retry: 2000\n" + event("hello", now())));
    return true;
  }

  public void tell(AlertSteps steps) {
    tell(feed.of(steps));
  }

  public void tell(BookEntries written) {
    tell(feed.of(written));
  }

  public void tell(DeviceStates states) {
    tell(feed.of(states));
  }

  /** A sign of life that proxies see as traffic and the page as the time. */
  public void beat() {
    Buffer beat = Buffer.buffer(": beat\n\n" + event("clock", now()));
    listeners.forEach(listener -> send(listener, beat));
  }

  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** Ends a stream, because its reader may no longer listen or the server stops. */
  public void end(Listener listener) {
    listeners.remove(listener);
    listener.response().end();
  }

  private void tell(List<Happening> happenings) {
    if (happenings.isEmpty()) {
      return;
    }
    Map<Happening, String> written = new java.util.LinkedHashMap<>();
    happenings.forEach(h -> written.put(h, event(h.event(), h.data())));
    Buffer all = Buffer.buffer(String.join("", written.values()));
    for (Listener listener : listeners) {
      boolean seesAll = happenings.stream().allMatch(h -> listener.sees().test(h.area()));
      send(listener, seesAll ? all : part(listener, written));
    }
  }

  private static Buffer part(Listener listener, Map<Happening, String> written) {
    Buffer part = Buffer.buffer();
    written.forEach(
        (happening, text) -> {
          if (listener.sees().test(happening.area())) {
            part.appendString(text);
          }
        });
    return part;
  }

  private void send(Listener listener, Buffer events) {
    if (events.length() > 0 && !listener.tell(events)) {
      listeners.remove(listener);
      listener.cutOff();
      dropped.increment();
    }
  }

  private String now() {
    return Json.write(Map.of("now", clock.instant()));
  }

  /** JSON has no line breaks, so one data line holds it. */
  private String event(String name, String data) {
    number++;
    return "id: " + number + "\nevent: " + name + "\ndata: " + data + "\n\n";
  }
}
