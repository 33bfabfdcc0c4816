package wuchang.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is and how to sign in. {@link #toString} leaves the password out.
 *
 * @param dataDirectory what {@code show data_directory} must answer on every connection, for a
 *     server of our own: whatever else may come to listen on its port is refused. The role needs
 *     {@code pg_read_all_settings} then
 */
public record DatabaseAddress(
    String url, String username, String password, Optional<Path> dataDirectory) {
  public static DatabaseAddress of(String url, String username, String password) {
    return new DatabaseAddress(url, username, password, Optional.empty());
  }

  @Override
  public String toString() {
    return url + " as " + username;
  }
}
