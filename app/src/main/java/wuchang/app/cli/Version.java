package wuchang.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Wuchang's own version, as its jar says it, and Java's. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Optional<String> own =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {
      "wuchang " + own.orElse("(built in place)") + ", Java " + Runtime.version()
    };
  }
}
