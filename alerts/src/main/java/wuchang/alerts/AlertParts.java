package wuchang.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.words.Wording;
import wuchang.domain.RuleId;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.journal.Journal;
import wuchang.domain.site.Site;

/**
 * What the alerts stage works with. What can change while it runs is asked for each time.
 *
 * @param cards the card of a rule; null for one that is no longer in force
 * @param site the site as configured now
 * @param channels the channels of that site
 * @param home the page's address, as people reach it
 * @param linkSecret signs the links in messages, so that they need no sign-in
 */
public record AlertParts(
    Journal journal,
    Function<RuleId, @Nullable RuleCard> cards,
    Supplier<Site> site,
    InstantSource clock,
    MeterRegistry meters,
    Supplier<Channels> channels,
    Supplier<URI> home,
    Optional<String> linkSecret) {
  /** Without links that let in without a sign-in. */
  public AlertParts(
      Journal journal,
      Function<RuleId, @Nullable RuleCard> cards,
      Supplier<Site> site,
      InstantSource clock,
      MeterRegistry meters,
      Supplier<Channels> channels,
      Supplier<URI> home) {
    this(journal, cards, site, clock, meters, channels, home, Optional.empty());
  }

  /** The sentences that this stage makes, for whoever else shows alerts. */
  public Wording wording() {
    return new Wording(SilenceNotice.among(cards), site);
  }
}
