package wuchang.simulators.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the serial numbers that the broker has acknowledged: ASCII, one number a line, in the order
 * of the acknowledgements. The file is appended to, and each acknowledgement is handed to the
 * operating system in one write before the next is looked at, so that killing the publisher loses
 * at most the one at hand. A number may stand twice when a file is gone on with; readers take the
 * set. A last line without its line feed is torn and does not count.
 */
public final class AckedFile implements Acknowledged, AutoCloseable {
  private final OutputStream out;
  private final StringBuilder lines = new StringBuilder();

  private AckedFile(OutputStream out) {
    this.out = out;
  }

  /** Opens the file, makes it if it is not there, and goes on at its end. */
  public static AckedFile append(Path file) throws IOException {
    OutputStream out =
        Files.newOutputStream(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    return new AckedFile(out);
  }

  @Override
  public synchronized void acknowledged(Serials serials) {
    lines.setLength(0);
    for (long serial = serials.first(); serial <= serials.last(); serial++) {
      lines.append(serial).append('\n');
    }
    try {
      out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("the acknowledged serials cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
