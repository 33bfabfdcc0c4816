package wuchang.embedded.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Stops the server when Wuchang dies without having stopped it, even by kill -9. A shell waits on a
 * pipe that only we hold: a line on it means that all is well, its end that we are gone.
 */
final class Leash implements AutoCloseable {
  private static final String WAIT =
      "trap '' INT HUP TERM; read -r line && exit 0; kill -CONT \"$1\"; kill -INT \"$1\"";

  private final Process shell;

  private Leash(Process shell) {
    this.shell = shell;
  }

  static Leash on(long pid) throws IOException {
    return new Leash(
        Command.prepared(List.of("sh", "-c", WAIT, "wuchang-leash", Long.toString(pid)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Lets go: the server is stopped, or goes on without us. */
  @Override
  public void close() {
    try (OutputStream line = shell.getOutputStream()) {
      line.write('\n');
    } catch (IOException e) {
      // The shell was ended by somebody else: it holds nothing any more.
      shell.destroy();
    }
  }
}
