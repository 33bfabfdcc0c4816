package wuchang.app;

import static wuchang.app.VertxPart.deploy;
import static wuchang.app.VertxPart.worker;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.alerts.AlertParts;
import wuchang.alerts.AlertsVerticle;
import wuchang.alerts.channel.ChannelParts;
import wuchang.alerts.channel.Channels;
import wuchang.app.config.BrokerSettings;
import wuchang.app.config.Config;
import wuchang.app.documents.ScheduleVerticle;
import wuchang.app.documents.StoredDocuments;
import wuchang.app.documents.Telling;
import wuchang.app.safekeeping.Restore;
import wuchang.app.self.OwnRules;
import wuchang.app.self.OwnSite;
import wuchang.app.self.SelfWatch;
import wuchang.app.self.SelfWatchVerticle;
import wuchang.app.self.Signs;
import wuchang.console.ConsoleVerticle;
import wuchang.console.access.Accounts;
import wuchang.console.access.Passwords;
import wuchang.console.access.SignInLinks;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.store.AccountStore;
import wuchang.domain.RuleId;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.finding.RuleCard;
import wuchang.ingest.IngestVerticle;
import wuchang.ingest.UnknownDevices;
import wuchang.journal.SqliteJournal;
import wuchang.records.RecordDesk;
import wuchang.records.RecordsVerticle;
import wuchang.rules.Hindsight;
import wuchang.rules.Judge;
import wuchang.rules.RulesVerticle;
import wuchang.rules.StoredCycles;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.store.JdbcChain;
import wuchang.store.JdbcHistory;
import wuchang.store.StoreVerticle;
import wuchang.store.StoreWriter;

/**
 * The whole system, running. Wired by hand in one place, in the order in which readings flow from
 * their end to their beginning: whoever takes something over is there before it is handed over.
 */
public final class Server implements AutoCloseable {
  private static final Duration LOOK_AFTER_PARTS = Duration.ofSeconds(5);

  private final Closing closing = new Closing();
  private final Startup startup;
  private final Config config;
  private final SystemClock clock;
  private final SiteInForce site;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SignInLinks links = new SignInLinks(System::nanoTime);
  private Optional<String> firstPassword = Optional.empty();
  private URI page = URI.create("http://127.0.0.1");
  private BrokerPart.Login publisher = new BrokerPart.Login("", "", "");

  private Server(Startup startup) {
    this.startup = startup;
    this.config = startup.config();
    this.clock = startup.clock();
    this.site = new SiteInForce(config.site());
  }

  /**
   * Starts everything; returns when it takes readings in and answers.
   *
   * @throws IOException naming the part that did not start, and why
   */
  public static Server start(Startup startup) throws IOException, InterruptedException {
    Server server = new Server(startup);
    try {
      server.wire();
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Where the page is. */
  public URI page() {
    return page;
  }

  /** How a tool of this machine publishes; the password stays out of logs. */
  public record Tools(String brokerUrl, String username, String password) {
    @Override
    public String toString() {
      return brokerUrl + " as " + username;
    }
  }

  public Tools tools() {
    return new Tools(publisher.url(), publisher.username(), publisher.password());
  }

  /** The password of the account that the first start made; empty at every later start. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** An address that signs whoever opens it in, for a while. */
  public URI signInLink(Duration valid) {
    return page.resolve(links.make(Accounts.FIRST, SignInLinks.Kind.TERMINAL, valid));
  }

  @Override
  public void close() {
    closing.close();
  }

  // One long straight function on purpose: it is the list of what there is and who knows whom.
  private void wire() throws IOException, InterruptedException {
    Ports.claim("the page", config.http().host(), config.http().port());
    if (config.broker() instanceof BrokerSettings.Embedded local) {
      Ports.claim("the broker", local.host(), local.port());
    }
    Path data = Files.createDirectories(config.data());
    Restore.refuseUnfinished(data);
    // SQLite unpacks its native library; a kill must not leave copies all over the machine.
    System.setProperty("org.sqlite.tmpdir", data.toString());
    KeptSecrets secrets = KeptSecrets.open(data);
    SqliteJournal journal = closing.add("journal", SqliteJournal.open(data.resolve("journal")));
    measureMachine(data);
    DatabasePart database = DatabasePart.start(config.storage(), closing, meters);
    BrokerPart broker = BrokerPart.start(config, secrets, closing);
    AccountStore store = closing.add("accounts", AccountStore.open(data));
    Accounts accounts = new Accounts(store, new Passwords(), clock, () -> site.get().zone());
    firstPassword = accounts.firstAdmin();
    ChannelParts outfit = new ChannelParts(clock, Optional.of(broker.forChannels()));
    ChannelsInForce channels =
        closing.add("channels", new ChannelsInForce(Channels.of(config.site().channels(), outfit)));
    Vertx vertx = VertxPart.start(meters, closing);

    String linkSecret = secrets.get("links", Randomness::secret);
    Function<RuleId, Optional<RuleCard>> cards =
        rule -> startup.catalogue().card(rule).or(() -> OwnRules.card(rule));
    AlertParts alerts =
        new AlertParts(
            journal,
            rule -> cards.apply(rule).orElse(null),
            new OwnSite(site),
            clock,
            meters,
            channels,
            this::page,
            Optional.of(linkSecret));
    AlertsVerticle telling = new AlertsVerticle(alerts);
    deploy(vertx, telling, AlertsVerticle.deployment());

    JdbcHistory history = new JdbcHistory(database.database());
    Judge judge = new Judge(startup.catalogue(), site, journal, history);
    RulesVerticle rules = new RulesVerticle(judge, clock, meters);
    deploy(vertx, rules, worker("wuchang-rules"));

    StoreVerticle writer =
        new StoreVerticle(
            journal,
            new StoreWriter(
                database.database(), s -> new RulesInForce(startup.catalogue(), s).limits()),
            config.site(),
            meters);
    deploy(vertx, writer, worker("wuchang-store"));

    RecordDesk desk = new RecordDesk(journal, history, site);
    deploy(vertx, new RecordsVerticle(desk, clock), worker("wuchang-records"));

    UnknownDevices unknown = new UnknownDevices();
    IngestVerticle ingest =
        new IngestVerticle(
            broker.listen(), broker.subscriptions(), site, journal, clock, unknown, meters);
    Supplier<Signs> signs =
        () ->
            new Signs(
                journal.state(),
                ingest.trouble().or(broker::trouble),
                ingest.floods(),
                telling.deadChannels());
    Cycles cycles = new StoredCycles(startup.catalogue(), site, history);
    StoredScores scores = StoredScores.over(database.database(), site, startup.catalogue(), clock);
    StoredDocuments documents =
        StoredDocuments.over(database.database(), site, startup.catalogue(), scores, clock);
    Health health = new Health(signs, database.database(), broker);
    Reload reload = new Reload(startup, site, channels, outfit, rules, writer);
    ConsoleVerticle console =
        new ConsoleVerticle(
            new ConsoleParts(
                Settings.console(config.http()),
                site,
                cards,
                new Words(alerts.wording(), cards),
                history,
                cycles,
                new Hindsight(startup.catalogue(), site, journal, history),
                documents,
                new Packages(site, startup.catalogue(), documents, database.database(), clock),
                scores,
                accounts,
                links,
                linkSecret,
                () -> Settings.unknown(unknown.newest(site.get())),
                health::checks,
                reload::run,
                meters,
                clock));
    deploy(vertx, console, new DeploymentOptions());
    deploy(vertx, new MonthEndVerticle(scores), worker("wuchang-scores"));
    deploy(
        vertx,
        new DayEndVerticle(new JdbcChain(database.database()), journal, site),
        worker("wuchang-chain"));
    deploy(
        vertx,
        new ScheduleVerticle(documents.keeping(), site, new Telling(site, channels, this::page)),
        worker("wuchang-documents"));
    deploy(vertx, ingest, new DeploymentOptions());
    deploy(vertx, new ClockVerticle(clock), new DeploymentOptions());
    SelfWatch watch = new SelfWatch(journal.alertSteps());
    deploy(vertx, new SelfWatchVerticle(watch, signs, clock), worker("wuchang-self"));

    vertx.setPeriodic(
        LOOK_AFTER_PARTS.toMillis(),
        timer -> vertx.executeBlocking(() -> lookAfter(database, broker)));
    page = pageOf(console.port());
    publisher = broker.publish();
    new Connections(config.site().id(), page, publisher)
        .write(data, secrets, accounts, database, config.storage().readerPassword());
  }

  private static boolean lookAfter(DatabasePart database, BrokerPart broker) {
    database.revive();
    broker.revive();
    return true;
  }

  private void measureMachine(Path data) {
    new DiskSpaceMetrics(data.toFile()).bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    closing.add("gc metrics", bound(new JvmGcMetrics()));
    closing.add("metrics", meters::close);
  }

  private JvmGcMetrics bound(JvmGcMetrics gc) {
    gc.bindTo(meters);
    return gc;
  }

  private URI pageOf(int port) {
    String scheme = config.http().tls().isPresent() ? "https" : "http";
    String host = config.http().host();
    return config
        .http()
        .publicUrl()
        .orElse(
            URI.create(
                scheme + "://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port + "/"));
  }
}
