package wuchang.alerts.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import wuchang.domain.PersonId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;

/**
 * What is said on one channel about one alert. Made only from what was journalled, so that the same
 * notification makes the same message after a restart.
 *
 * @param step what it is about, as in the request: {@code opened}, {@code escalated:2} …
 * @param ended whether nothing has to be done any more
 * @param alert the alert as it stood when this was decided
 * @param headline what and where, with the severity or the end in front
 * @param sentence what is wrong since when, or that it is over
 * @param action what to do; empty words when it is over
 * @param to who is meant; a group channel tells more
 * @param link where the alert can be seen
 * @param home the page's address
 * @param at when it was decided
 */
public record Message(
    SiteId site,
    String channel,
    String step,
    boolean ended,
    Alert alert,
    Text headline,
    Text sentence,
    Text action,
    List<PersonId> to,
    URI link,
    URI home,
    Instant at) {
  public Message {
    to = List.copyOf(to);
  }
}
