package wuchang.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Explanation.Step;

/** Says in a sentence why a rule did or did not fire, in the site's time. */
final class WhyWords {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  private final ZoneId zone;

  WhyWords(ZoneId zone) {
    this.zone = zone;
  }

  Text of(Explanation why) {
    return why.decisive()
        .map(this::sentence)
        .orElse(
            new Text(
                "该规则当时不适用于此设备：已停用，或设备缺少所需的条件。",
                "The rule is not in force on this device: disabled, or the device lacks what it needs."));
  }

  private Text sentence(Step step) {
    return switch (step.clause()) {
      case FIRING -> firing(step);
      case SETTLING -> settling(step);
      case TOLERATED -> tolerated(step);
      case EXCUSED -> excused(step);
      case FROZEN ->
          new Text(
              "自%s起异常，已证实%s；之后没有可信数据，计时暂停。".formatted(time(step.wrongSince()), zh(step.held())),
              "Wrong since %s, proven for %s; there were no data to believe then, so the clock stood still."
                  .formatted(time(step.wrongSince()), en(step.held())));
      case NO_DATA ->
          new Text(
              "最近一次可信数据在%s，已过期，不能证明任何结论。".formatted(time(step.lastGood())),
              "The last data to believe came at %s and were too old: nothing is proven."
                  .formatted(time(step.lastGood())));
      case NEVER_HEARD ->
          new Text(
              "从未收到该规则所需的可信数据，不能证明任何结论。",
              "Nothing to believe was ever heard that the rule looks at: nothing is proven.");
      case BETWEEN ->
          new Text(
              "数值在报警线与恢复线之间，不算异常。",
              "Between the limit and the limit at which it is right again: not wrong.");
      case RIGHT, NOT_IN_FORCE -> new Text("当时正常。", "Right at that time.");
    };
  }

  private Text firing(Step step) {
    return new Text(
        "自%s起异常，超过容忍的%s，已报警。".formatted(time(step.wrongSince()), zh(step.tolerate())),
        "Wrong since %s, for longer than the %s that are tolerated: it fired."
            .formatted(time(step.wrongSince()), en(step.tolerate())));
  }

  private Text settling(Step step) {
    return new Text(
        "自%s起的报警已恢复正常%s，满%s才结束。"
            .formatted(time(step.wrongSince()), zh(step.held()), zh(step.settle())),
        "It fired for what was wrong since %s; right again for %s, and over after %s."
            .formatted(time(step.wrongSince()), en(step.held()), en(step.settle())));
  }

  private Text tolerated(Step step) {
    return new Text(
        "自%s起异常，已%s，容忍%s，若不恢复将于%s报警。"
            .formatted(
                time(step.wrongSince()), zh(step.held()), zh(step.tolerate()), time(step.due())),
        "Wrong since %s, for %s of the %s that are tolerated; it would fire at %s."
            .formatted(
                time(step.wrongSince()), en(step.held()), en(step.tolerate()), time(step.due())));
  }

  private Text excused(Step step) {
    boolean loading = step.excuse().filter("loading"::equals).isPresent();
    return new Text(
        "自%s起异常，但处于%s，不计时。".formatted(time(step.wrongSince()), loading ? "开门装货宽限" : "除霜或其他已知时段"),
        "Wrong since %s, but explained by %s: the clock stood still."
            .formatted(
                time(step.wrongSince()),
                loading ? "the grace for loading" : "a defrost or another known time"));
  }

  private String time(Optional<Instant> at) {
    return at.map(instant -> MOMENT.format(instant.atZone(zone))).orElse("?");
  }

  private static String zh(Duration length) {
    long seconds = length.toSeconds();
    return seconds % 60 == 0 || seconds >= 600 ? seconds / 60 + "分钟" : seconds + "秒";
  }

  private static String en(Duration length) {
    long seconds = length.toSeconds();
    return seconds % 60 == 0 || seconds >= 600 ? seconds / 60 + " min" : seconds + " s";
  }
}
