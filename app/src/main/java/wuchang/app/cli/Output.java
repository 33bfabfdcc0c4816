package wuchang.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, progress, warnings and what went wrong to {@code
 * err}. In UTF-8 whatever the locale says, since names are Chinese.
 */
public record Output(PrintWriter out, PrintWriter err) {
  /** The process's own standard output and standard error. */
  public static Output standard() {
    return new Output(writer(FileDescriptor.out), writer(FileDescriptor.err));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
