package wuchang.console.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Base64;

/**
 * Argon2id, 19 MiB, two passes, one lane: OWASP's first choice for a server. One check takes some
 * 50 ms of a core on purpose, so callers bound how many run at once and never on the event loop.
 */
public final class Passwords {
  /** NIST SP 800-63B: length is what counts, no rules on letters and digits. */
  static final int SHORTEST = 8;

  /** Far more than anybody types, little enough that hashing stays cheap. */
  static final int LONGEST = 256;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final int memory;
  private final int passes;
  private final String nobody;

  public Passwords() {
    this(19 * 1024, 2);
  }

  /** With other costs: memory in KiB and passes; tests need it cheap. */
  public Passwords(int memory, int passes) {
    this.memory = memory;
    this.passes = passes;
    this.nobody = nobodys(memory, passes);
  }

  /**
   * @throws AccountRefused when it is too short or too long
   */
  String checked(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new AccountRefused(
          "the password must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    return password;
  }

  String hash(String password) {
    // Asked for here and not before: an instance, which is kept for ever, holds its 19 MiB.
    Argon2Function argon2id = Argon2Function.getInstance(memory, passes, 1, HASH_BYTES, Argon2.ID);
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2id).getResult();
  }

  boolean matches(String password, String hash) {
    return password.length() <= LONGEST
        && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /**
   * What no password hashes to, with the costs of all others. Written down rather than hashed:
   * hashing keeps 19 MiB, and a server that nobody signs in to needs none of it.
   */
  private static String nobodys(int memory, int passes) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            memory,
            passes,
            base64.encodeToString(new byte[SALT_BYTES]),
            base64.encodeToString(new byte[HASH_BYTES]));
  }

  /** Takes as long as a real check, so that time does not tell which accounts exist. */
  void matchNobody(String password) {
    matches(password, nobody);
  }

  String nobody() {
    return nobody;
  }
}
