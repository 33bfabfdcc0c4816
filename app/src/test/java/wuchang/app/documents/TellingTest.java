package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;

class TellingTest {
  private static final ZoneId WUHAN = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final Instant NOW = TODAY.atTime(1, 10).atZone(WUHAN).toInstant();
  private static final Site SITE =
      read(
          """
          site: {id: east, name: {zh: 东食堂, en: East canteen}, profile: CN, timezone: Asia/Shanghai}
          areas:
            - {id: kitchen, name: {zh: 厨房, en: Kitchen}}
          devices:
            - {id: fridge-1, kind: fridge, area: kitchen, interval: 60s}
          channels:
            - {id: paper, kind: log, severities: [notice]}
          """);

  private final List<Long> said = new ArrayList<>();
  private @Nullable Receipt answer;
  private Instant now = NOW;
  private final Telling telling =
      new Telling(
          () -> SITE,
          () -> Channels.of(Map.of("paper", this::send)),
          () -> URI.create("http://localhost:8080"));

  @Test
  void a_first_version_is_news_while_its_period_is_hardly_over() {
    assertThat(isNews(ReportKind.DAILY, TODAY, 1)).isTrue();
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(3), 1)).isTrue();
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(4), 1)).isFalse();
    assertThat(isNews(ReportKind.MONTHLY, LocalDate.of(2026, 8, 1), 1)).isTrue();
    assertThat(isNews(ReportKind.MONTHLY, LocalDate.of(2026, 7, 1), 1)).isFalse();
  }

  @Test
  void a_changed_document_is_always_news() {
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(30), 2)).isTrue();
  }

  @Test
  void nobody_is_told_of_the_list_of_risks() {
    assertThat(isNews(ReportKind.RISK_LIST, TODAY, 1)).isFalse();
  }

  @Test
  void what_did_not_arrive_is_said_again_ever_more_seldom_until_it_does() {
    answer = new Receipt.Failed(true, "502");
    telling.made(entry(ReportKind.DAILY, TODAY, 1), NOW);
    pass(Duration.ofMinutes(20));
    assertThat(said).containsExactly(0L, 1L, 3L, 7L, 15L);

    answer = new Receipt.Accepted("taken");
    pass(Duration.ofDays(2));

    assertThat(said).containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
  }

  @Test
  void it_is_given_up_after_a_day_and_at_once_when_it_never_will_arrive() {
    answer = new Receipt.Failed(true, "502");
    telling.made(entry(ReportKind.DAILY, TODAY, 1), NOW);
    pass(Duration.ofDays(3));
    assertThat(said).hasSizeLessThan(40).allMatch(minute -> minute < 24 * 60);

    said.clear();
    answer = new Receipt.Failed(false, "no such robot");
    telling.made(entry(ReportKind.DAILY, TODAY, 2), NOW);
    pass(Duration.ofDays(1));
    assertThat(said).hasSize(1);
  }

  @Test
  void a_channel_that_takes_nothing_for_a_while_is_left_alone_so_long() {
    answer = new Receipt.Busy(Duration.ofMinutes(9), "too many");
    telling.made(entry(ReportKind.DAILY, TODAY, 1), NOW);
    pass(Duration.ofMinutes(20));

    assertThat(said).containsExactly(0L, 9L, 18L);
  }

  @Test
  void a_channel_that_breaks_is_tried_again_too() {
    telling.made(entry(ReportKind.DAILY, TODAY, 1), NOW);
    pass(Duration.ofMinutes(2));

    assertThat(said).containsExactly(0L, 1L);
  }

  private static Site read(String yaml) {
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(Catalogue.shipped()), name -> Optional.empty());
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return ((Outcome.Valid) reader.read("east", Path.of(""), bytes)).config().site();
  }

  private CompletionStage<Receipt> send(Message message) {
    said.add(Duration.between(NOW, now).toMinutes());
    return answer == null
        ? CompletableFuture.failedFuture(new IllegalStateException("no route"))
        : CompletableFuture.completedFuture(answer);
  }

  private void pass(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(Duration.ofMinutes(1))) {
      telling.again(now);
    }
  }

  private static boolean isNews(ReportKind kind, LocalDate first, int version) {
    return Telling.isNews(entry(kind, first, version), WUHAN);
  }

  private static Entry entry(ReportKind kind, LocalDate first, int version) {
    return new Entry(kind, first, version, NOW, "", "");
  }
}
