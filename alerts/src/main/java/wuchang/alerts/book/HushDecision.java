package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import wuchang.alerts.book.Decision.Hushed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.RuleId;
import wuchang.domain.alert.AlertCommand.BeginSilence;
import wuchang.domain.alert.AlertCommand.EndSilence;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.Silence;
import wuchang.domain.site.Site;

/**
 * Whether somebody may want not to be told: of something that is there, for a reason, not for ever.
 */
final class HushDecision {
  private final Site site;
  private final Predicate<RuleId> isKnown;
  private final Instant now;

  /**
   * @param isKnown whether there is such a rule
   */
  HushDecision(Site site, Predicate<RuleId> isKnown, Instant now) {
    this.site = site;
    this.isKnown = isKnown;
    this.now = now;
  }

  Decision on(BeginSilence wanted, String id) {
    Instant from = wanted.from().filter(now::isBefore).orElse(now);
    return fault(wanted, from)
        .orElseGet(
            () ->
                new Hushed(
                    new Silence(
                        id,
                        wanted.scope(),
                        wanted.reason().strip(),
                        wanted.by(),
                        from,
                        wanted.until(),
                        Optional.empty(),
                        Optional.empty())));
  }

  Decision on(EndSilence wanted, Optional<Silence> known) {
    if (known.isEmpty()) {
      return new Refused(Refusal.UNKNOWN_SILENCE, "no silence " + wanted.id());
    }
    return known.get().endedAt().isPresent()
        ? new Refused(Refusal.NOT_STANDING, "silence " + wanted.id() + " is over already")
        : new Hushed(known.get().ended(now, wanted.by().value()));
  }

  private Optional<Decision> fault(BeginSilence wanted, Instant from) {
    if (wanted.reason().isBlank()) {
      return invalid("a reason is missing; expected why nobody is to be told, in a few words");
    }
    if (!wanted.until().isAfter(from)) {
      return invalid("it ends at " + wanted.until() + "; expected a time after " + from);
    }
    if (Duration.between(from, wanted.until()).compareTo(wanted.longest()) > 0) {
      return Optional.of(
          new Refused(
              Refusal.TOO_LONG,
              "it would last longer than "
                  + wanted.longest().toHours()
                  + " h; "
                  + "expected an earlier end, or somebody of the second level to ask"));
    }
    return unknown(wanted.scope());
  }

  private Optional<Decision> unknown(Silence.Scope scope) {
    if (scope.area().filter(area -> site.area(area).isEmpty()).isPresent()) {
      return invalid("there is no area «" + scope.area().get() + "»");
    }
    if (scope.device().filter(device -> site.device(device).isEmpty()).isPresent()) {
      return invalid("there is no device «" + scope.device().get() + "»");
    }
    return scope.rule().filter(isKnown.negate()).isPresent()
        ? invalid("there is no rule «" + scope.rule().get() + "»; expected an id such as FRG-01")
        : Optional.empty();
  }

  private static Optional<Decision> invalid(String words) {
    return Optional.of(new Refused(Refusal.INVALID, words));
  }
}
