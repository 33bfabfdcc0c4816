package wuchang.console.fake;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import wuchang.console.ConsoleVerticle;
import wuchang.console.access.Accounts;
import wuchang.console.access.NewAccount;
import wuchang.console.access.Passwords;
import wuchang.console.access.SignInLinks;
import wuchang.console.http.Endpoint;
import wuchang.console.http.Routes;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.parts.HealthCheck;
import wuchang.console.parts.HttpSettings;
import wuchang.console.parts.UnknownDevice;
import wuchang.console.store.AccountStore;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/** The console with everything around it faked, on a free port; one account for each role. */
public final class Canteen implements AutoCloseable {
  public static final String LINK_SECRET = "links-4711";
  public static final String PASSWORD = "correct horse";

  private final Vertx vertx = Vertx.vertx();
  private final AccountStore store;
  private final Accounts accounts;
  private final SignInLinks links = new SignInLinks(System::nanoTime);
  private final FakeAlerts alerts;
  private final FakeRules rules;
  private final FakeIntake intake;
  private final FakeRecords records;
  private final FakeHistory history = new FakeHistory();
  private final AtomicReference<Site> site = new AtomicReference<>(DemoSite.site());
  private final List<Cycle> cycles = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final List<UnknownDevice> unknown = new CopyOnWriteArrayList<>();
  private final List<HealthCheck> health = new CopyOnWriteArrayList<>();
  private final ConsoleParts parts;
  private final ConsoleVerticle verticle;

  public Canteen(Path directory, InstantSource clock) {
    this(directory, clock, HttpSettings.loopback(0));
  }

  public Canteen(Path directory, InstantSource clock, HttpSettings http) {
    LocalCodec.register(vertx.eventBus());
    store = AccountStore.open(directory);
    accounts = new Accounts(store, new Passwords(512, 1), clock, () -> site.get().zone());
    alerts = new FakeAlerts(vertx, clock);
    rules = new FakeRules(vertx);
    intake = new FakeIntake(vertx);
    records = new FakeRecords(vertx, clock);
    health.add(new HealthCheck("journal", true, true, "12 kB"));
    health.add(new HealthCheck("database", true, false, "18.6"));
    Cards cards = new Cards();
    parts =
        new ConsoleParts(
            http,
            site::get,
            cards,
            cards,
            history,
            (device, from, to) -> cycles(device, from, to),
            new FakeExplanations(),
            new FakeDocuments(),
            (from, end, out) -> out.write((from + " " + end).getBytes(StandardCharsets.UTF_8)),
            new FakeScores(),
            accounts,
            links,
            LINK_SECRET,
            () -> List.copyOf(unknown),
            () -> List.copyOf(health),
            () -> CompletableFuture.completedFuture(List.copyOf(faults)),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            clock);
    verticle = new ConsoleVerticle(parts);
    await(vertx.deployVerticle(verticle));
  }

  private List<Cycle> cycles(DeviceId device, Instant from, Instant to) {
    history.newest();
    return cycles.stream()
        .filter(cycle -> cycle.device().equals(device))
        .filter(cycle -> !cycle.end().isBefore(from) && cycle.end().isBefore(to))
        .toList();
  }

  /** A disinfection becomes known. */
  public void disinfected(Cycle cycle) {
    cycles.add(cycle);
  }

  /** Adds an account with the id of its role's word, and {@link #PASSWORD}. */
  public PersonId account(Role role) {
    PersonId id = PersonId.of(role.word());
    if (accounts.list().stream().noneMatch(account -> account.id().equals(id))) {
      accounts.add(NewAccount.of(id, role), PASSWORD);
    }
    return id;
  }

  public String token(Role role) {
    return accounts.token(account(role));
  }

  public List<Endpoint> endpoints() {
    try (Routes routes = new Routes(vertx, parts)) {
      return routes.endpoints();
    }
  }

  /** The stages stop answering: nobody is at their addresses any more. */
  public void silence() {
    alerts.close();
    intake.close();
  }

  public int port() {
    return verticle.port();
  }

  public Vertx vertx() {
    return vertx;
  }

  public Accounts accounts() {
    return accounts;
  }

  public SignInLinks links() {
    return links;
  }

  public FakeAlerts alerts() {
    return alerts;
  }

  public FakeRules rules() {
    return rules;
  }

  public FakeIntake intake() {
    return intake;
  }

  public FakeRecords records() {
    return records;
  }

  public FakeHistory history() {
    return history;
  }

  public void site(Site changed) {
    site.set(changed);
  }

  /** What a reload will find wrong. */
  public List<String> faults() {
    return faults;
  }

  public List<UnknownDevice> unknown() {
    return unknown;
  }

  public List<HealthCheck> health() {
    return health;
  }

  @Override
  public void close() {
    await(vertx.close());
    store.close();
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
