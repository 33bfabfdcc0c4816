package wuchang.alerts.notify;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.alerts.book.Life;
import wuchang.alerts.channel.Message;
import wuchang.alerts.words.Wording;
import wuchang.domain.AlertId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.site.Site;

/**
 * Makes the message for a request, from the alert as it stood when the request was decided: late or
 * sent again, it says what was true then, and what came after follows in a message of its own.
 */
public final class Messages {
  private final Function<AlertId, Optional<Life>> lives;
  private final Wording wording;
  private final Supplier<Site> site;
  private final Supplier<URI> home;

  /**
   * @param home the address of the page, as people reach it
   */
  public Messages(
      Function<AlertId, Optional<Life>> lives,
      Wording wording,
      Supplier<Site> site,
      Supplier<URI> home) {
    this.lives = lives;
    this.wording = wording;
    this.site = site;
    this.home = home;
  }

  /** The message; empty when the alert is no longer kept. */
  public Optional<Message> of(NotificationStep request) {
    return lives.apply(request.alert()).map(life -> message(request, life.alertAt(request.at())));
  }

  private Message message(NotificationStep request, Alert alert) {
    boolean ended = Occasion.parse(request.step()).isEnd();
    Site here = site.get();
    return new Message(
        here.id(),
        request.channel(),
        request.step(),
        ended,
        alert,
        wording.headline(alert),
        ended ? wording.ending(alert, request.at()) : wording.sentence(alert, request.at()),
        ended ? Text.same("") : wording.action(alert),
        Rota.toAct(here, alert, request.step(), request.at()),
        link(alert),
        home.get(),
        request.at());
  }

  private URI link(Alert alert) {
    String base = home.get().toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "alerts/" + alert.id());
  }
}
