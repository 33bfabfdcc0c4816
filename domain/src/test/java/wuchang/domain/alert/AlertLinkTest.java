package wuchang.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.AlertId;

class AlertLinkTest {
  private static final String SECRET = "links-4711";

  @Test
  void what_is_read_is_what_was_written_whatever_the_fraction_of_its_second() {
    for (String until : new String[] {"2026-11-30T21:21:58Z", "2026-11-30T21:21:58.891Z"}) {
      AlertLink link = new AlertLink(AlertId.of("a1"), "group", "resolved#2", Instant.parse(until));

      assertThat(read(link.path(SECRET), SECRET)).contains(link);
      assertThat(read(link.path(SECRET), "another")).isEmpty();
    }
  }

  @Test
  void it_is_over_at_its_time_and_not_before() {
    AlertLink link =
        new AlertLink(AlertId.of("a1"), "group", "opened", Instant.parse("2026-11-30T21:21:58Z"));

    assertThat(link.isOver(Instant.parse("2026-11-30T21:21:57.999Z"))).isFalse();
    assertThat(link.isOver(Instant.parse("2026-11-30T21:21:58Z"))).isTrue();
  }

  private static Optional<AlertLink> read(String path, String secret) {
    String[] parts = path.substring(AlertLink.PATH.length()).split("/");
    return AlertLink.read(parts[0], parts[1], parts[2], parts[3], secret);
  }
}
