package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogChannelTest {
  @TempDir Path dir;

  @Test
  void says_it_in_one_line_with_what_where_and_what_to_do() {
    List<String> lines = logged(Map.of(), Examples.opened());

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("site=east channel=group alert=")
        .contains(
            "step=opened severity=major rule=FRG-01 device=fridge-1 to=p1,p2",
            "text=\"【重大】冷藏超温 · 冷库1号冷柜 已持续30分钟高于8℃。 始于 09:30 处理：检查柜门。 待接手：张三\"");
  }

  @Test
  void speaks_english_when_asked_to() {
    assertThat(logged(Map.of("lang", "en"), Examples.resolved()).get(0))
        .endsWith("text=\"[Major] Fridge too warm · Cold room, Fridge 1 Above 8 °C for 30 min.\"");
  }

  @Test
  void a_name_with_line_breaks_and_quotes_makes_no_second_line() {
    assertThat(logged(Map.of(), Examples.named("x\"\r\nlevel=error\tn")).get(0))
        .doesNotContain("\n", "\r", "\t")
        .contains("x' level=error n");
  }

  @Test
  void adds_to_the_file_of_its_option() throws IOException {
    Path file = dir.resolve("deep/notifications.log");
    LogChannel channel = new LogChannel(Examples.log(Map.of("file", file.toString())));
    channel.send(Examples.opened());
    Receipt receipt = channel.send(Examples.resolved()).toCompletableFuture().join();

    assertThat(receipt).isInstanceOf(Receipt.Sent.class);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("2026-11-23T02:00:00Z site=east");
    assertThat(lines.get(1)).contains("step=resolved");
  }

  @Test
  void a_file_that_cannot_be_written_may_be_tried_again() throws IOException {
    Path file = Files.createDirectory(dir.resolve("taken"));
    LogChannel channel = new LogChannel(Examples.log(Map.of("file", file.toString())));
    Receipt receipt = channel.send(Examples.opened()).toCompletableFuture().join();

    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    assertThat(((Receipt.Failed) receipt).retryable()).isTrue();
    assertThat(receipt.words()).contains("cannot be written");
  }

  private static List<String> logged(Map<String, String> options, Message message) {
    try (LogLines lines = new LogLines("wuchang.notifications")) {
      new LogChannel(Examples.log(options)).send(message);
      return lines.all();
    }
  }
}
