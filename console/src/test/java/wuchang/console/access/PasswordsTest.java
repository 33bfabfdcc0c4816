package wuchang.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void hashes_with_argon2id_at_the_advised_cost_and_a_salt_of_its_own() {
    Passwords passwords = new Passwords();

    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("correct horsf", hash)).isFalse();
  }

  @Test
  void still_knows_hashes_of_another_cost() {
    String cheap = new Passwords(512, 1).hash("correct horse");

    assertThat(new Passwords(1024, 2).matches("correct horse", cheap)).isTrue();
  }

  @Test
  void an_account_that_is_not_there_costs_what_all_others_cost() {
    Passwords passwords = new Passwords(512, 1);
    String real = passwords.hash("correct horse");

    assertThat(costs(passwords.nobody())).isEqualTo(costs(real));
    assertThat(passwords.nobody()).hasSameSizeAs(real);
    assertThat(passwords.matches("the password of nobody", passwords.nobody())).isFalse();
  }

  private static String costs(String hash) {
    return hash.substring(0, hash.indexOf("p=1$"));
  }

  @Test
  void takes_any_script() {
    Passwords passwords = new Passwords(512, 1);

    assertThat(passwords.matches("五常法五常法五常", passwords.hash("五常法五常法五常"))).isTrue();
    assertThat(passwords.matches("五常法五常法五掌", passwords.hash("五常法五常法五常"))).isFalse();
  }

  @Test
  void does_not_hash_what_is_absurdly_long() {
    Passwords passwords = new Passwords(512, 1);
    String word = "x".repeat(257);

    assertThat(passwords.matches(word, passwords.hash(word))).isFalse();
  }
}
