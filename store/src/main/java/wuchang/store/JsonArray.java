package wuchang.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes one JSON array of rows that come as an object a line. The row's own text holds no line
 * break: JSON writes it as two characters.
 */
final class JsonArray extends FilterOutputStream {
  private boolean began;
  private boolean ended;

  /** Begins an array; {@link #end} ends it. */
  JsonArray(OutputStream out) throws IOException {
    super(out);
    out.write('[');
  }

  @Override
  public void write(int one) throws IOException {
    if (one == '\n') {
      ended = true;
      return;
    }
    if (!began || ended) {
      if (began) {
        out.write(',');
      }
      out.write('\n');
      began = true;
      ended = false;
    }
    out.write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int start = from;
    int end = from + length;
    while (start < end) {
      // The first byte of a row may need a comma before it; the rest is passed on as it is.
      write(bytes[start++]);
      int line = start;
      while (line < end && bytes[line] != '\n' && !ended) {
        line++;
      }
      out.write(bytes, start, line - start);
      start = line;
    }
  }

  /** The array is whole; the stream below stays open. */
  void end() throws IOException {
    out.write('\n');
    out.write(']');
    out.write('\n');
    out.flush();
  }
}
