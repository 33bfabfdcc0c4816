package wuchang.simulators.scenario;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.wire.Message;

/**
 * Keeps what each serial number was: {@code serial,device,time}, a row for each time that the
 * message speaks of, so that what was acknowledged can be looked for in the store.
 */
public final class SentFile implements AutoCloseable {
  private static final String HEADER = "serial,device,time";

  private final BufferedWriter out;

  public SentFile(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(HEADER);
    out.write('\n');
  }

  void add(long serial, Message message) throws IOException {
    for (Saying saying : message.said()) {
      out.write(Long.toString(serial));
      out.write(',');
      out.write(message.device().value());
      out.write(',');
      out.write(saying.at().toString());
      out.write('\n');
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
