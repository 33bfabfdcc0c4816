package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How Wuchang signs in: a role that owns its database and is no superuser, with a password made
 * once and kept in a file.
 *
 * @param isNew whether the server does not know this password yet
 */
record Credentials(String password, boolean isNew) {
  static final String USER = "wuchang";
  static final String DATABASE = "wuchang";

  /** The kept password; a new one when there is none, which the server is then told. */
  static Credentials in(Path directory) throws IOException {
    Path file = directory.resolve("password");
    return Files.exists(file)
        ? new Credentials(Files.readString(file).strip(), false)
        : new Credentials(Secrets.random(), true);
  }

  /** Keeps the password once the server knows it, whole or not at all. */
  void keep(Path directory) throws IOException {
    if (isNew) {
      Path work = directory.resolve("password.new");
      Files.deleteIfExists(work);
      Secrets.write(work, password);
      Files.move(work, directory.resolve("password"), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  String createDatabase() {
    return String.join(
        "\n",
        "CREATE ROLE " + USER + " LOGIN CREATEROLE PASSWORD '" + password + "'",
        // So that a client can ask for data_directory and know whose server it has reached.
        "GRANT pg_read_all_settings TO " + USER,
        "CREATE DATABASE " + DATABASE + " OWNER " + USER,
        "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC",
        "");
  }

  String changePassword() {
    return "ALTER ROLE " + USER + " PASSWORD '" + password + "'\n";
  }

  @Override
  public String toString() {
    return USER;
  }
}
