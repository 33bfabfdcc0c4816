package wuchang.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.ChannelParts;
import wuchang.alerts.channel.Channels;
import wuchang.app.config.Config;
import wuchang.app.config.Outcome;
import wuchang.app.config.yaml.Fault;
import wuchang.domain.site.Site;
import wuchang.rules.RulesVerticle;
import wuchang.store.StoreVerticle;

/**
 * Takes a changed configuration over without a restart. An invalid one changes nothing. What only a
 * start can change (site id, broker, storage, addresses, data directory) is refused as that.
 */
final class Reload {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final Startup startup;
  private final SiteInForce site;
  private final ChannelsInForce channels;
  private final ChannelParts outfit;
  private final RulesVerticle rules;
  private final StoreVerticle store;

  Reload(
      Startup startup,
      SiteInForce site,
      ChannelsInForce channels,
      ChannelParts outfit,
      RulesVerticle rules,
      StoreVerticle store) {
    this.startup = startup;
    this.site = site;
    this.channels = channels;
    this.outfit = outfit;
    this.rules = rules;
    this.store = store;
  }

  /** The faults that keep the configuration from being taken over; none when it was. */
  CompletionStage<List<String>> run() {
    return startup.again().get().match(valid -> take(valid.config()), Reload::refuse);
  }

  private static CompletionStage<List<String>> refuse(Outcome.Invalid invalid) {
    return CompletableFuture.completedFuture(
        invalid.faults().stream().map(Fault::toString).toList());
  }

  private CompletionStage<List<String>> take(Config changed) {
    Config running = startup.config();
    if (!changed.site().id().equals(running.site().id())
        || !changed.broker().equals(running.broker())
        || !changed.storage().equals(running.storage())
        || !changed.http().equals(running.http())
        || !changed.data().equals(running.data())) {
      return CompletableFuture.completedFuture(
          List.of("site id, broker, storage, http and data take a restart to change"));
    }
    Channels fresh;
    try {
      fresh = Channels.of(changed.site().channels(), outfit);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(List.of(e.getMessage()));
    }
    Site now = changed.site();
    site.replace(now);
    channels.replace(fresh);
    store.use(now);
    return rules
        .reload()
        .map(
            judged -> {
              LOG.info("event=reloaded devices={}", now.devices().size());
              return List.<String>of();
            })
        .toCompletionStage();
  }
}
