package wuchang.alerts.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.alerts.book.Life;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Message.Words;
import wuchang.alerts.words.Digest;
import wuchang.alerts.words.Wording;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertLink;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.site.Site;

/**
 * Makes the message for a request, from the alert as it stood when the request was decided: late or
 * sent again, it says what was true then, and what came after follows in a message of its own.
 */
public final class Messages {
  /** A shift and the next: whoever looks at a message later than that is not who was meant. */
  private static final Duration LINK_HOLDS = Duration.ofHours(24);

  private static final Text NOTHING = Text.same("");

  private final Function<AlertId, Optional<Life>> lives;
  private final Wording wording;
  private final Supplier<Site> site;
  private final Supplier<URI> home;
  private final Optional<String> linkSecret;

  /**
   * @param home the address of the page, as people reach it
   * @param linkSecret signs the links; without it they lead to the page
   */
  public Messages(
      Function<AlertId, Optional<Life>> lives,
      Wording wording,
      Supplier<Site> site,
      Supplier<URI> home,
      Optional<String> linkSecret) {
    this.lives = lives;
    this.wording = wording;
    this.site = site;
    this.home = home;
    this.linkSecret = linkSecret;
  }

  /** The message for a post; empty when none of its alerts is kept any more. */
  public Optional<Message> of(Post post) {
    List<Message> messages =
        post.requests().stream().flatMap(request -> of(request).stream()).toList();
    return messages.size() > 1 ? Optional.of(digest(messages)) : messages.stream().findFirst();
  }

  /** The message for one request; empty when the alert is no longer kept. */
  Optional<Message> of(NotificationStep request) {
    return lives.apply(request.alert()).map(life -> message(request, life.alertAt(request.at())));
  }

  private Message message(NotificationStep request, Alert alert) {
    boolean ended = Occasion.parse(request.step()).isEnd();
    Site here = site.get();
    List<PersonId> to = Rota.toAct(here, alert, request.step(), request.at());
    return new Message(
        here.id(),
        request.channel(),
        request.step(),
        ended,
        alert,
        ended ? ending(alert, request.at()) : words(alert, to, request.at()),
        to,
        phones(here, to),
        link(request),
        home.get(),
        request.at(),
        List.of());
  }

  /**
   * Several at once; the gravest that goes on stands for all. Of a few there is room to say more.
   */
  private Message digest(List<Message> messages) {
    Message first =
        messages.stream()
            .max(
                Comparator.comparing((Message m) -> !m.ended())
                    .thenComparing(m -> m.alert().severity()))
            .orElseThrow();
    boolean few = messages.size() <= Route.FEW;
    return new Message(
        first.site(),
        first.channel(),
        first.step(),
        messages.stream().allMatch(Message::ended),
        first.alert(),
        new Words(
            few
                ? Digest.few(first.words().headline(), messages.size() - 1)
                : Digest.many(messages.size(), first.alert().severity()),
            Digest.lines(messages.stream().map(m -> line(m, few)).toList()),
            NOTHING,
            NOTHING,
            NOTHING),
        messages.stream().flatMap(m -> m.to().stream()).distinct().toList(),
        messages.stream().flatMap(m -> m.calledOut().stream()).distinct().toList(),
        few ? first.link() : first.home(),
        first.home(),
        first.at(),
        messages);
  }

  private static Text line(Message message, boolean few) {
    Text what = message.words().headline();
    Text how = message.words().sentence();
    return few ? new Text(what.zh() + "\n" + how.zh(), what.en() + "\n" + how.en()) : what;
  }

  private Words words(Alert alert, List<PersonId> to, Instant at) {
    return new Words(
        wording.headline(alert),
        withEffects(wording.sentence(alert, at), alert, at),
        wording.facts(alert, at),
        wording.action(alert),
        wording.owner(alert, to, at));
  }

  /** A cause is told with what it is the cause of: nobody else speaks of that. */
  private Text withEffects(Text sentence, Alert alert, Instant at) {
    Text effects =
        wording.effects(
            alert.children().stream()
                .flatMap(id -> lives.apply(id).stream())
                .map(life -> life.alertAt(at))
                .toList());
    return effects.zh().isEmpty()
        ? sentence
        : new Text(sentence.zh() + effects.zh(), sentence.en() + " " + effects.en());
  }

  private Words ending(Alert alert, Instant at) {
    return new Words(wording.headline(alert), wording.ending(alert, at), NOTHING, NOTHING, NOTHING);
  }

  private static List<String> phones(Site site, List<PersonId> people) {
    return people.stream()
        .flatMap(id -> Optional.ofNullable(site.people().get(id)).stream())
        .flatMap(person -> person.phone().stream())
        .toList();
  }

  /** With a secret the link lets in whoever was told; without, it leads to the page's sign-in. */
  private URI link(NotificationStep request) {
    String base = home.get().toString().replaceAll("/$", "");
    return URI.create(
        linkSecret
            .map(
                secret ->
                    new AlertLink(
                            request.alert(),
                            request.channel(),
                            request.step(),
                            request.at().plus(LINK_HOLDS))
                        .path(secret))
            .map(path -> base + path)
            .orElse(base + "/alerts/" + request.alert()));
  }
}
