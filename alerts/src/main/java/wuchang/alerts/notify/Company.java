package wuchang.alerts.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.domain.PersonId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.site.Site;

/**
 * What goes to the same people in one message: that several alerts are still open, or have gone up
 * a level, decided in the same moment. What people have not heard of yet has a message of its own.
 */
public record Company(Instant at, List<PersonId> to) {
  /**
   * @param alert as it stood when the request was decided
   */
  public static Optional<Company> of(Site site, Alert alert, NotificationStep request) {
    return Occasion.parse(request.step()).isAgain()
        ? Optional.of(
            new Company(request.at(), Rota.toAct(site, alert, request.step(), request.at())))
        : Optional.empty();
  }
}
