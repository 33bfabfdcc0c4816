package wuchang.embedded.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A start in a JVM that has no rights: run as nobody by a test that is root. */
public final class OrdinaryUser {
  private OrdinaryUser() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path home = Path.of(arguments[0]);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0);
        Session session = Session.with(postgres)) {
      int userId = Account.userIdOf(postgres.dataDirectory().resolve("PG_VERSION"));
      boolean direct = Account.candidates(userId).equals(List.of(Account.SELF));
      System.out.println(
          "answer " + session.ask("select 42") + (direct ? " directly" : " by a detour"));
    }
  }

  /** The command; what it needs of ours is copied to where nobody can read it. */
  static List<String> command(Path home, Path copies) throws IOException {
    List<String> words =
        new ArrayList<>(
            Account.NOBODY.words(Path.of(System.getProperty("java.home"), "bin", "java")));
    words.add("-Xmx64m");
    words.add("-Dwuchang.cache=" + cache(home));
    words.add("-cp");
    words.add(copy(copies));
    words.add(OrdinaryUser.class.getName());
    words.add(home.resolve("db").toString());
    return words;
  }

  /** The usual one if nobody may look into it, else one of its own. */
  private static Path cache(Path home) {
    Path usual = Places.usual().cache();
    String program = Binaries.in(usual).program("postgres").toString();
    List<String> probe = Account.NOBODY.words(Path.of("test"), "-x", program);
    return Command.run(probe, Duration.ofSeconds(10)).ok() ? usual : home.resolve("cache");
  }

  private static String copy(Path copies) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path source = Path.of(entry);
      if (Files.exists(source)) {
        Path target = copies.resolve(entries.size() + "-" + source.getFileName());
        copyTree(source, target);
        entries.add(target.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copyTree(Path source, Path target) throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(source.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, target.resolve(source.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
