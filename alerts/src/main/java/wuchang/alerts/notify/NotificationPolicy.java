package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.alerts.book.Causes;
import wuchang.alerts.book.Life;
import wuchang.alerts.book.StepReason;
import wuchang.alerts.notify.Verdict.Hold;
import wuchang.alerts.notify.Verdict.Notify;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * Who is told what now, and why. Pure: it compares how an alert stands with what a channel was
 * told, so it may be asked at any time and as often as one likes; a message that is due is asked
 * for once. It says at most one thing to a channel at a time, the most urgent first.
 */
public final class NotificationPolicy {
  /** For so long after the end one looks whether it flaps, and until it has been right so long. */
  public static final Duration RESTLESS = Duration.ofHours(1);

  private static final Duration STEADY = Duration.ofMinutes(15);

  /**
   * An effect may be seen before its cause. What pages waits less than five seconds with the tick
   * after it; the rest can wait a minute.
   */
  static final Duration PAGE_WAITS = Duration.ofSeconds(4);

  static final Duration REST_WAITS = Duration.ofMinutes(1);

  private final Rhythm rhythm;

  public NotificationPolicy(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  /** One verdict for each channel of the site, in their order. */
  public List<Verdict> decide(Dossier dossier, Site site, Instant now) {
    return site.channels().stream()
        .map(channel -> new Question(dossier, site, channel, now).answer())
        .toList();
  }

  /** One channel's question about one alert. */
  private final class Question {
    private final Dossier dossier;
    private final Alert alert;
    private final Site site;
    private final ChannelPlan channel;
    private final Instant now;
    private final int round;
    private final List<Said> said;

    Question(Dossier dossier, Site site, ChannelPlan channel, Instant now) {
      this.dossier = dossier;
      this.alert = dossier.life().alert();
      this.site = site;
      this.channel = channel;
      this.now = now;
      this.round = dossier.life().round();
      this.said = Said.since(dossier, channel.id());
    }

    Verdict answer() {
      if (alert.state() == AlertState.SUPPRESSED) {
        return hold(HoldReason.SUPPRESSED);
      }
      if (!alert.state().isStanding()) {
        return ended();
      }
      // What history shows may be long over; people are told when it is known to go on.
      if (!alert.live()) {
        return hold(HoldReason.NOT_LIVE);
      }
      return notWanted()
          .map(this::hold)
          .orElseGet(() -> said.isEmpty() ? first() : more(said.get(said.size() - 1)));
    }

    /** Only those who were told of the beginning are told of the end, whatever they listen to. */
    private Verdict ended() {
      if (said.stream().anyMatch(one -> one.occasion().isEnd())) {
        return hold(HoldReason.ALREADY_SAID);
      }
      if (said.stream().noneMatch(Said::isTold)) {
        return hold(HoldReason.ALREADY_OVER);
      }
      if (alert.state() == AlertState.RESOLVED && !isSteady()) {
        return hold(HoldReason.MAY_COME_BACK);
      }
      return switch (alert.state()) {
        case RESOLVED -> say(Occasion.RESOLVED, NotificationReason.RESOLVED);
        case WITHDRAWN -> say(Occasion.WITHDRAWN, NotificationReason.WITHDRAWN);
        default -> say(Occasion.CLOSED, NotificationReason.CLOSED);
      };
    }

    /** One that came back lately is over when it has been right for a while, not each time. */
    private boolean isSteady() {
      Life life = dossier.life();
      Instant ended = life.last(AlertStep.Kind.RESOLVED).orElse(life.lastStep().at());
      return life.flaps(ended.minus(RESTLESS)) == 0 || !ended.plus(STEADY).isAfter(now);
    }

    private Optional<HoldReason> notWanted() {
      if (channel.severities().contains(alert.severity())) {
        return Optional.empty();
      }
      if (!channel.severities().isEmpty()) {
        return Optional.of(HoldReason.SEVERITY_NOT_ON_CHANNEL);
      }
      return alert.severity() == Severity.NOTICE
          ? Optional.of(HoldReason.NOTICE_IS_LISTED_ONLY)
          : Optional.empty();
    }

    private Verdict first() {
      if (mayBeEffect()) {
        return hold(HoldReason.MAY_BE_AN_EFFECT);
      }
      if (round > 1 && !isKnownToOwner()) {
        // It came back: also the one who owns it must know.
        return Said.isKnown(dossier, channel.id())
            ? say(Occasion.REOPENED, NotificationReason.REOPENED)
            : say(Occasion.OPENED, NotificationReason.RELEASED);
      }
      if (alert.state() == AlertState.ACKNOWLEDGED) {
        return news(Instant.MIN).orElseGet(this::firstOfOwned);
      }
      return firstLevelDue()
          ? say(Occasion.OPENED, NotificationReason.FIRST_NOTIFICATION)
          : hold(HoldReason.NOT_DUE);
    }

    /** Its owner has just closed what stood for it. */
    private boolean isKnownToOwner() {
      return dossier
          .life()
          .first(AlertStep.Kind.RELEASED, StepReason.STAYS_WITH_ITS_OWNER)
          .isPresent();
    }

    private Verdict firstOfOwned() {
      if (isWorseThanTaken() && firstLevelDue()) {
        return say(worsened(), NotificationReason.WORSENED);
      }
      return alert
              .acknowledgedAt()
              .filter(at -> at.plus(rhythm.reminder()).isAfter(now))
              .isPresent()
          ? hold(HoldReason.ALREADY_OWNED)
          : say(numbered(Occasion.REMINDER), NotificationReason.STILL_OPEN_REMINDER);
    }

    /** Who took it on knows of something milder. */
    private boolean isWorseThanTaken() {
      return alert
          .acknowledgedAt()
          .flatMap(taken -> dossier.life().reached(alert.severity()).filter(taken::isBefore))
          .isPresent();
    }

    private String worsened() {
      return "worsened:" + alert.severity().word();
    }

    private boolean mayBeEffect() {
      Duration wait = alert.severity().pages() ? PAGE_WAITS : REST_WAITS;
      return round == 1
          && dossier
              .life()
              .reached(Severity.NOTICE)
              .filter(at -> at.plus(wait).isAfter(now))
              .isPresent()
          && alert.parent().isEmpty()
          && !Causes.isAboutFood(alert.rule())
          && Causes.mayBeEffect(site, alert);
    }

    private boolean firstLevelDue() {
      List<Duration> levels = site.escalation().levels().getOrDefault(alert.severity(), List.of());
      Duration level = levels.isEmpty() ? Duration.ZERO : levels.get(0);
      Duration own = channel.after(alert.severity());
      Duration delay = level.compareTo(own) > 0 ? level : own;
      return dossier
          .life()
          .reached(alert.severity())
          .filter(at -> !at.plus(delay).isAfter(now))
          .isPresent();
    }

    private Verdict more(Said last) {
      Alert told = dossier.life().alertAt(last.at());
      if (!told.severity().atLeast(alert.severity())
          && dossier.life().reached(alert.severity()).filter(last.at()::isBefore).isPresent()) {
        return say(worsened(), NotificationReason.WORSENED);
      }
      int level = alert.level();
      if (level > told.level()
          && dossier.life().reachedLevel(level).filter(last.at()::isBefore).isPresent()) {
        return say(Occasion.ESCALATED + level, NotificationReason.escalated(level));
      }
      return news(last.at()).orElseGet(() -> again(last));
    }

    /** What somebody must hear once when it has happened. */
    private Optional<Verdict> news(Instant after) {
      for (News each : News.values()) {
        boolean isNew = each.lastIn(dossier.life()).filter(after::isBefore).isPresent();
        if (isNew) {
          return Optional.of(say(numbered(each.occasion()), each.reason()));
        }
      }
      return Optional.empty();
    }

    /** What is said again when time has passed, counted from when the last message arrived. */
    private Verdict again(Said last) {
      boolean open = alert.state() == AlertState.OPEN;
      if (!open && alert.parent().isPresent()) {
        // Its owner is reminded of the cause.
        return hold(HoldReason.CAUSE_IS_TOLD);
      }
      // That a promise has passed reminds its owner, too.
      long reminded = count(Occasion.REMINDER) + count(Occasion.OVERDUE);
      // Not before it was decided, by whatever clock it arrived: a level that is due comes first.
      Instant heard = later(last.lastAt(), Optional.of(last.at()));
      Instant due =
          open
              ? heard.plus(rhythm.repeat(alert.severity()))
              : rhythm.reminder(
                  reminded, later(later(heard, alert.acknowledgedAt()), promised()), site.zone());
      // A repeat wakes somebody, so it is only for what pages; a reminder goes to who owns it.
      if (open && !alert.severity().pages() || due.isAfter(now)) {
        return hold(HoldReason.ALREADY_SAID);
      }
      if (last.isPending()) {
        return hold(HoldReason.STILL_SENDING);
      }
      return open
          ? say(numbered(Occasion.REPEAT), NotificationReason.REPEAT)
          : say(numbered(Occasion.REMINDER), NotificationReason.STILL_OPEN_REMINDER);
    }

    /** Who has promised anew has not forgotten it. */
    private Optional<Instant> promised() {
      return dossier.life().last(AlertStep.Kind.PROMISED_ANEW);
    }

    private String numbered(String kind) {
      return kind + (count(kind) + 1);
    }

    private long count(String kind) {
      return said.stream().filter(one -> one.occasion().word().startsWith(kind)).count();
    }

    private static Instant later(Instant one, Optional<Instant> other) {
      return other.filter(one::isBefore).orElse(one);
    }

    private Verdict say(String what, NotificationReason why) {
      return new Notify(channel.id(), new Occasion(what, round).toString(), why);
    }

    private Verdict hold(HoldReason why) {
      return new Hold(channel.id(), why);
    }
  }
}
