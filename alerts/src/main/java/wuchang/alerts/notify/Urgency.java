package wuchang.alerts.notify;

import java.time.Duration;
import java.util.Optional;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.site.Site;

/**
 * How a request waits.
 *
 * @param severity of the alert when it was decided
 * @param patience how long it is tried before another channel gets it, or it is given up
 * @param company what it goes with in one message; empty when it goes alone
 */
public record Urgency(Severity severity, Duration patience, Optional<Company> company) {
  /** Of what belongs to no alert that is known, such as the end of a silence. */
  public static final Urgency UNKNOWN =
      new Urgency(Severity.WARNING, BackOff.DEFAULT.giveUp(), Optional.empty());

  public static Urgency of(NotificationStep request, Dossier dossier, Site site) {
    Alert alert = dossier.life().alertAt(request.at());
    return new Urgency(
        alert.severity(),
        Ladder.patience(request, dossier, site, BackOff.DEFAULT.giveUp()),
        Company.of(site, alert, request));
  }
}
