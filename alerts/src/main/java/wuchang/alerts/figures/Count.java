package wuchang.alerts.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.alerts.book.Life;
import wuchang.alerts.notify.Company;
import wuchang.alerts.notify.Rota;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.AlarmFigures.Burden;
import wuchang.domain.alert.AlarmFigures.Frequent;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.site.Site;

/** Counts the alarm figures of a stretch of time from the lives of alerts and what was said. */
public final class Count {
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  static final int FLOOD = 10;
  static final Duration STALE = Duration.ofDays(1);
  static final int CHATTERS = 3;
  static final Duration CHATTERS_WITHIN = Duration.ofHours(1);
  private static final int MOST = 10;

  /** A rule on a device. */
  private record Spot(wuchang.domain.RuleId rule, wuchang.domain.DeviceId device) {}

  private final Site site;
  private final Instant from;
  private final Instant to;
  private final Map<Severity, Integer> opened = new EnumMap<>(Severity.class);
  private final Map<Spot, List<Instant>> spots = new LinkedHashMap<>();
  private final Map<PersonId, List<Instant>> pages = new LinkedHashMap<>();
  private final Set<Map.Entry<String, Company>> messages = new HashSet<>();
  private int hidden;
  private int standing;
  private int stale;

  /** Counts what lies in [from, to). */
  public Count(Site site, Instant from, Instant to) {
    this.site = site;
    this.from = from;
    this.to = to;
  }

  /** Takes an alert in, with what was said of it. */
  public void add(Life life, List<NotificationStep> notifications) {
    life.steps().forEach(this::step);
    notifications.forEach(said -> said(life, said));
    Alert alert = life.alertAt(to);
    if (alert.state().isStanding() && alert.openedAt().isBefore(to)) {
      standing++;
      stale += alert.since().plus(STALE).isBefore(to) ? 1 : 0;
    }
  }

  public AlarmFigures figures() {
    int all = opened.values().stream().mapToInt(Integer::intValue).sum();
    return new AlarmFigures(
        from,
        to,
        opened,
        hidden,
        perDay(all),
        pages.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> burden(e.getValue()))),
        floods(),
        standing,
        stale,
        frequent(all, times -> most(times, CHATTERS_WITHIN) >= CHATTERS),
        frequent(all, times -> true).stream().limit(MOST).toList());
  }

  private void step(AlertStep step) {
    boolean begins = step.kind() == Kind.OPENED || step.kind() == Kind.REOPENED;
    if (!isWithin(step.at())) {
      return;
    }
    Alert alert = step.alert();
    if (begins && alert.live()) {
      opened.merge(alert.severity(), 1, Integer::sum);
      spots
          .computeIfAbsent(new Spot(alert.rule(), alert.device()), s -> new ArrayList<>())
          .add(step.at());
    } else if (step.kind() == Kind.SUPPRESSED && step.at().equals(alert.openedAt())) {
      // It was put behind a cause or a silence as it was opened: nobody was burdened.
      hidden++;
      opened.merge(alert.severity(), -1, Integer::sum);
      List<Instant> times = spots.get(new Spot(alert.rule(), alert.device()));
      if (times != null) {
        times.remove(times.size() - 1);
      }
    }
  }

  private void said(Life life, NotificationStep said) {
    Alert alert = life.alertAt(said.at());
    if (said.outcome() != Outcome.REQUESTED || !isWithin(said.at())) {
      return;
    }
    boolean pages = alert.severity().pages() && alert.state() != AlertState.RESOLVED;
    if (pages && isAnother(alert, said)) {
      Rota.toAct(site, alert, said.step(), said.at())
          .forEach(who -> this.pages.computeIfAbsent(who, p -> new ArrayList<>()).add(said.at()));
    }
  }

  /** Whether it is a message of its own, or the first of those that go together. */
  private boolean isAnother(Alert alert, NotificationStep said) {
    return Company.of(site, alert, said).stream()
        .allMatch(company -> messages.add(Map.entry(said.channel(), company)));
  }

  private Burden burden(List<Instant> times) {
    return new Burden(times.size(), perDay(times.size()), most(times, TEN_MINUTES));
  }

  private double perDay(int times) {
    return times / Math.max(1.0 / 24, Duration.between(from, to).toSeconds() / 86_400.0);
  }

  private int floods() {
    return (int)
        spots.values().stream()
            .flatMap(Collection::stream)
            .collect(
                Collectors.groupingBy(
                    at -> Duration.between(from, at).dividedBy(TEN_MINUTES), Collectors.counting()))
            .values()
            .stream()
            .filter(times -> times > FLOOD)
            .count();
  }

  private List<Frequent> frequent(int all, java.util.function.Predicate<List<Instant>> which) {
    return spots.entrySet().stream()
        .filter(spot -> !spot.getValue().isEmpty() && which.test(spot.getValue()))
        .map(
            spot ->
                new Frequent(
                    spot.getKey().rule(),
                    spot.getKey().device(),
                    spot.getValue().size(),
                    spot.getValue().size() / (double) all))
        .sorted(
            Comparator.comparing(Frequent::times)
                .reversed()
                .thenComparing(Frequent::rule)
                .thenComparing(Frequent::device))
        .toList();
  }

  /** The most of these times that lie within a stretch. */
  private static int most(List<Instant> times, Duration within) {
    List<Instant> sorted = times.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (!sorted.get(first).plus(within).isAfter(sorted.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private boolean isWithin(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
