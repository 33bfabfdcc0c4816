package wuchang.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wuchang.domain.PersonId;

class SignInLinksTest {
  private static final PersonId WHO = PersonId.of("admin");

  private final AtomicLong nanos = new AtomicLong();
  private final SignInLinks links = new SignInLinks(nanos::get);

  @Test
  void a_link_for_one_use_works_once() {
    String token = token(SignInLinks.Kind.ONCE);

    assertThat(links.kind(token)).contains(SignInLinks.Kind.ONCE);
    assertThat(links.redeem(token)).contains(WHO);
    assertThat(links.redeem(token)).isEmpty();
    assertThat(links.kind(token)).isEmpty();
  }

  @Test
  void a_link_of_the_terminal_works_until_it_expires() {
    String token = token(SignInLinks.Kind.TERMINAL);

    assertThat(links.redeem(token)).contains(WHO);
    assertThat(links.redeem(token)).contains(WHO);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(links.redeem(token)).isEmpty();
  }

  @Test
  void an_expired_link_is_none() {
    String token = token(SignInLinks.Kind.ONCE);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());

    assertThat(links.kind(token)).isEmpty();
    assertThat(links.redeem(token)).isEmpty();
    assertThat(links.redeem("made up")).isEmpty();
  }

  private String token(SignInLinks.Kind kind) {
    String path = links.make(WHO, kind, Duration.ofMinutes(5));
    assertThat(path).startsWith("/sign-in?token=");
    return path.substring(path.indexOf('=') + 1);
  }
}
