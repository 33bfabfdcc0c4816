package wuchang.alerts.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import wuchang.domain.PersonId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;

/**
 * What is said on one channel about one alert, or about several at once. Made only from what was
 * journalled, so that the same notification makes the same message after a restart.
 *
 * @param step what it is about, as in the request: {@code opened}, {@code escalated:2} …
 * @param ended whether nothing has to be done any more
 * @param alert the alert as it stood when this was decided; of several the gravest
 * @param to who is meant; a group channel tells more
 * @param phones the numbers of who is meant, where they are known; personal, never logged
 * @param link where the alert can be seen and taken on
 * @param home the page's address
 * @param at when it was decided
 * @param parts the messages that this one stands for; empty when it stands for itself
 */
public record Message(
    SiteId site,
    String channel,
    String step,
    boolean ended,
    Alert alert,
    Words words,
    List<PersonId> to,
    List<String> phones,
    URI link,
    URI home,
    Instant at,
    List<Message> parts) {
  /**
   * The sentences, in the order in which they are read.
   *
   * @param headline what and where, with the severity or the end in front
   * @param sentence what is wrong since when, or that it is over
   * @param facts since when, value and limit, as far as the sentence does not say them
   * @param action what to do; empty words when it is over
   * @param owner who has it, or who is to take it on; empty words when it is over
   */
  public record Words(Text headline, Text sentence, Text facts, Text action, Text owner) {}

  public Message {
    to = List.copyOf(to);
    phones = List.copyOf(phones);
    parts = List.copyOf(parts);
  }

  /** The messages about one alert each. */
  public List<Message> each() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The numbers to be called out: only for what pages, and while there is something to do. */
  public List<String> calledOut() {
    return alert.severity().pages() && !ended ? phones : List.of();
  }

  /** Never a phone number. */
  @Override
  public String toString() {
    return "message to " + channel + " about " + alert.id() + " " + step;
  }
}
