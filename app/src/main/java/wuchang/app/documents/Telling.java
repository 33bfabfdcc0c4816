package wuchang.app.documents;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Evidence;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * Tells that a document was made, with where to read it: by e-mail, and on the channels that hear
 * notices. Channels speak of alerts, so it is said as if it were one. What did not arrive is tried
 * again, first after a minute and ever more seldom, for a day; not after a restart, for the page
 * lists every document.
 */
public final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final RuleId RULE = RuleId.of("SYS-21");
  private static final Text NOTHING = Text.same("");
  private static final int FRESH_DAYS = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** Up to about an hour. */
  private static final int DOUBLINGS = 6;

  private static final Duration LONGEST = Duration.ofDays(1);

  private final Supplier<Site> site;
  private final Supplier<Channels> channels;
  private final Supplier<URI> page;
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

  /**
   * @param page where the page is, for links
   */
  public Telling(Supplier<Site> site, Supplier<Channels> channels, Supplier<URI> page) {
    this.site = site;
    this.channels = channels;
    this.page = page;
  }

  /** What is to be said on a channel once more. */
  private record Pending(Entry entry, String channel, Instant since, int failures, Instant at) {}

  /** Tells of a version. */
  public void made(Entry entry, Instant now) {
    if (!isNews(entry, site.get().zone())) {
      return;
    }
    for (ChannelPlan plan : site.get().channels()) {
      if (plan.kind().equals("email") || plan.severities().contains(Severity.NOTICE)) {
        send(new Pending(entry, plan.id(), now, 0, now), plan, now);
      }
    }
  }

  /** Says again what did not arrive and is due now. */
  public void again(Instant now) {
    List<Pending> due = pending.stream().filter(one -> !one.at().isAfter(now)).toList();
    pending.removeAll(due);
    for (Pending one : due) {
      // A channel that is no longer configured is not told.
      site.get().channels().stream()
          .filter(plan -> plan.id().equals(one.channel()))
          .forEach(plan -> send(one, plan, now));
    }
  }

  private void send(Pending one, ChannelPlan plan, Instant now) {
    channels
        .get()
        .channel(plan.id())
        .ifPresent(
            channel ->
                channel
                    .send(message(one.entry(), plan))
                    .whenComplete((receipt, fault) -> heard(one, now, receipt, fault)));
  }

  private void heard(
      Pending one,
      Instant now,
      @org.jspecify.annotations.Nullable Receipt receipt,
      @org.jspecify.annotations.Nullable Throwable fault) {
    log(one, receipt, fault);
    pause(one.failures(), receipt)
        .map(now::plus)
        .filter(at -> at.isBefore(one.since().plus(LONGEST)))
        .map(at -> new Pending(one.entry(), one.channel(), one.since(), one.failures() + 1, at))
        .ifPresent(pending::add);
  }

  /** How long to wait before it is said again; empty when it arrived, or never will. */
  private static Optional<Duration> pause(
      int failures, @org.jspecify.annotations.Nullable Receipt receipt) {
    if (receipt instanceof Receipt.Sent
        || receipt instanceof Receipt.Accepted
        || receipt instanceof Receipt.Failed failed && !failed.retryable()) {
      return Optional.empty();
    }
    return Optional.of(
        receipt instanceof Receipt.Busy busy
            ? busy.rest()
            : FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)));
  }

  /**
   * Whether anybody is to be told: of a first version as long as its period is hardly over, of a
   * further one always, for what somebody signed says something else now. A system that is new, or
   * was away, makes a month of records in one go, which must not be a month of messages.
   */
  static boolean isNews(Entry entry, ZoneId zone) {
    LocalDate made = LocalDate.ofInstant(entry.madeAt(), zone);
    boolean fresh = !entry.kind().of(entry.first()).end().plusDays(FRESH_DAYS).isBefore(made);
    return entry.kind() != ReportKind.RISK_LIST && (fresh || entry.version() > 1);
  }

  private static void log(
      Pending one,
      @org.jspecify.annotations.Nullable Receipt receipt,
      @org.jspecify.annotations.Nullable Throwable fault) {
    if (receipt instanceof Receipt.Sent || receipt instanceof Receipt.Accepted) {
      LOG.info(
          "event=document_told channel={} kind={} first={}",
          one.channel(),
          one.entry().kind().word(),
          one.entry().first());
    } else {
      LOG.warn(
          "event=document_not_told channel={} kind={} first={} why=\"{}\"",
          one.channel(),
          one.entry().kind().word(),
          one.entry().first(),
          receipt == null ? String.valueOf(fault) : receipt.words());
    }
  }

  private Message message(Entry entry, ChannelPlan plan) {
    Site here = site.get();
    URI link =
        page.get()
            .resolve(
                "/api/v1/reports/%s?date=%s&version=%d&format=html"
                    .formatted(entry.kind().word(), entry.first(), entry.version()));
    return new Message(
        here.id(),
        plan.id(),
        "made:" + entry.version(),
        false,
        alert(entry, here),
        new Message.Words(title(entry), said(entry), NOTHING, NOTHING, NOTHING),
        List.of(),
        List.of(),
        link,
        page.get(),
        entry.madeAt(),
        List.of());
  }

  private static Text title(Entry entry) {
    return switch (entry.kind()) {
      case WEEKLY -> new Text("每周食品安全排查治理报告", "Weekly food safety review");
      case MONTHLY -> new Text("每月食品安全调度会议纪要", "Minutes of the monthly meeting");
      default -> new Text("每日食品安全检查记录", "Daily food safety inspection record");
    };
  }

  private static Text said(Entry entry) {
    return new Text(
        entry.first() + " 第 " + entry.version() + " 版，请查阅、签名。",
        entry.first() + ", version " + entry.version() + ": to be read and signed.");
  }

  private static Alert alert(Entry entry, Site here) {
    return new Alert(
        AlertId.of(entry.kind().word() + "-" + entry.first() + "." + entry.version()),
        RULE,
        DeviceId.of(here.id().value()),
        AreaId.of(here.id().value()),
        Principle.DISCIPLINE,
        Severity.NOTICE,
        AlertState.OPEN,
        entry.madeAt(),
        entry.madeAt(),
        entry.madeAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        Evidence.NONE,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
