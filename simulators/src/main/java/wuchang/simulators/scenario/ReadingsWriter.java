package wuchang.simulators.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.wire.Message;

/**
 * Writes a file of readings as CONTRACT §4 has it, in the order in which it is told. Several
 * million rows a second: bytes of ids, metrics and seconds are kept, numbers are written by hand. A
 * value is written with the fewest decimals, up to four, that give the same double again, else with
 * the digits of {@link Double#toString(double)}.
 */
public final class ReadingsWriter implements Message.Rows, AutoCloseable {
  private static final int ROOM = 1 << 16;
  private static final int LONGEST_ROW = 256;
  private static final byte[] HEADER = bytes("time,device,metric,value\n");
  private static final long DAY_SECONDS = 86_400;
  private static final double[] SCALES = {1, 10, 100, 1_000, 10_000};

  /** Up to there a double times a scale is exact enough to be checked. */
  private static final double LARGEST = 1e10;

  private final OutputStream out;
  private final Map<DeviceId, byte[]> devices = new HashMap<>();
  private final Map<Metric, byte[]> metrics = new HashMap<>();
  private final byte[] buffer = new byte[ROOM];
  private final byte[] digits = new byte[20];
  private int length;
  private long second = Long.MIN_VALUE;
  private long today = Long.MIN_VALUE;
  private byte[] day = {};
  private final byte[] clock = bytes("00:00:00");
  private long rows;

  /** Writes the header at once. */
  public ReadingsWriter(OutputStream out) {
    this.out = out;
    put(HEADER);
  }

  /** How many rows it was told. */
  public long rows() {
    return rows;
  }

  @Override
  public void value(Instant time, DeviceId device, Metric metric, double value) {
    begin(time, device);
    put(metrics.computeIfAbsent(metric, m -> bytes(m.name() + ",")));
    number(value);
    put('\n');
  }

  @Override
  public void event(Instant time, Saying.Event event) {
    GateEvent what = event.event();
    begin(time, what.device());
    put(bytes("event:" + what.what().word() + ","));
    put(bytes(quoted(what.person().isEmpty() ? what.card() : what.person())));
    put('\n');
  }

  /** Takes a row as it stands, without line feed. */
  public void row(String csv) {
    rows++;
    put(bytes(csv));
    put('\n');
  }

  private void begin(Instant time, DeviceId device) {
    if (ROOM - length < LONGEST_ROW) {
      flush();
    }
    rows++;
    long at = time.getEpochSecond();
    if (at != second) {
      second = at;
      clock(at);
    }
    put(day);
    put(clock);
    int millis = time.getNano() / 1_000_000;
    if (millis > 0) {
      put('.');
      put('0' + millis / 100);
      put('0' + millis / 10 % 10);
      put('0' + millis % 10);
    }
    put('Z');
    put(',');
    put(devices.computeIfAbsent(device, d -> bytes(d.value() + ",")));
  }

  /** Shows another second. */
  private void clock(long at) {
    long date = Math.floorDiv(at, DAY_SECONDS);
    if (date != today) {
      today = date;
      day = bytes(LocalDate.ofEpochDay(date) + "T");
    }
    int rest = (int) Math.floorMod(at, DAY_SECONDS);
    two(rest / 3_600, 0);
    two(rest / 60 % 60, 3);
    two(rest % 60, 6);
  }

  private void two(int number, int place) {
    clock[place] = (byte) ('0' + number / 10);
    clock[place + 1] = (byte) ('0' + number % 10);
  }

  /** What is null has no digits: its field is empty. */
  private void number(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    for (int decimals = 0; decimals < SCALES.length; decimals++) {
      double scaled = Math.rint(value * SCALES[decimals]);
      // Both are whole and exact, so this quotient is what a reader makes of the decimals.
      if (scaled / SCALES[decimals] == value && Math.abs(scaled) < LARGEST) {
        decimal((long) scaled, decimals);
        return;
      }
    }
    put(bytes(Double.toString(value)));
  }

  private void decimal(long scaled, int decimals) {
    long rest = Math.abs(scaled);
    int count = 0;
    while (rest > 0 || count <= decimals) {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (scaled < 0) {
      put('-');
    }
    for (int i = count - 1; i >= 0; i--) {
      put(digits[i]);
      if (i == decimals && decimals > 0) {
        put('.');
      }
    }
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void put(int character) {
    if (length == ROOM) {
      flush();
    }
    buffer[length++] = (byte) character;
  }

  private void put(byte[] more) {
    if (more.length > ROOM - length) {
      flush();
    }
    if (more.length > ROOM) {
      write(more, more.length);
      return;
    }
    System.arraycopy(more, 0, buffer, length, more.length);
    length += more.length;
  }

  private void flush() {
    write(buffer, length);
    length = 0;
  }

  private void write(byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
