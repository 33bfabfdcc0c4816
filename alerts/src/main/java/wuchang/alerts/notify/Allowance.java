package wuchang.alerts.notify;

import wuchang.domain.site.ChannelPlan;

/**
 * How much a channel takes. What is over {@code ordinary} is a reserve for critical alerts. Without
 * a rate there is no limit, and nothing is folded together.
 *
 * @param ordinary the most messages a minute that are not critical; 0 means no limit
 * @param total the most messages a minute in all
 * @param perSecond the most messages a second; 0 means no limit
 * @param sparesHalfHours whether only what is critical goes at a full or half hour
 */
public record Allowance(int ordinary, int total, int perSecond, boolean sparesHalfHours) {
  public static final Allowance UNLIMITED = new Allowance(0, 0, 0, false);

  /** What the providers allow a robot (DOMAIN.md D1), in messages a minute. */
  private static final int WECOM_OR_DINGTALK = 20;

  private static final int FEISHU = 100;
  private static final int FEISHU_PER_SECOND = 5;

  /** Where the provider's limit is not known, this part of the rate is the reserve. */
  private static final int RESERVE = 4;

  /** What the plan says, but no more than its kind's provider takes. */
  public static Allowance of(ChannelPlan plan) {
    int rate = plan.perMinute();
    if (rate == 0) {
      return UNLIMITED;
    }
    return switch (plan.kind()) {
      case "wecom", "dingtalk" ->
          new Allowance(Math.min(rate, WECOM_OR_DINGTALK), WECOM_OR_DINGTALK, 0, false);
      case "feishu" -> new Allowance(Math.min(rate, FEISHU), FEISHU, FEISHU_PER_SECOND, true);
      default -> new Allowance(rate - rate / RESERVE, rate, 0, false);
    };
  }

  boolean isLimited() {
    return ordinary > 0;
  }
}
