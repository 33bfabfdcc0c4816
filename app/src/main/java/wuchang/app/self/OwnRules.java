package wuchang.app.self;

import java.util.Arrays;
import java.util.Optional;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.finding.RuleCard;

/** What Wuchang says of itself. Their limits are engineering defaults of {@link Signs}. */
public enum OwnRules {
  /** The journal grows because the database does not take it. */
  BACKLOG(
      "SYS-11",
      Severity.WARNING,
      new Text("数据积压", "Readings wait for the database"),
      new Text(
          "数据库未接收数据，已积压{waiting}，本机暂存已用{share}。告警不受影响。",
          "The database has not taken readings for {waiting}; {share} of the journal is used. Alerts go on."),
      new Text(
          "检查数据库服务与网络；暂存满后将停止接收新数据。",
          "Look after the database and the network to it; when the journal is full nothing more is taken in.")),
  /** The disk of the journal is nearly full. */
  DISK(
      "SYS-12",
      Severity.MAJOR,
      new Text("磁盘空间不足", "Disk nearly full"),
      new Text("数据磁盘仅剩{free} MB。", "Only {free} MB are left on the disk of the data."),
      new Text(
          "清理磁盘或扩容；写满后将停止接收新数据。",
          "Free or add space; when the disk is full nothing more is taken in.")),
  /** Nothing is taken in. */
  STOPPED(
      "SYS-13",
      Severity.CRITICAL,
      new Text("停止接收数据", "No readings are taken in"),
      new Text(
          "自{since}起没有接收任何数据，温度等告警可能缺失。",
          "Since {since} nothing is taken in; alerts may be missing."),
      new Text(
          "检查数据磁盘与消息服务器；期间请人工测温。数据由消息服务器保留，恢复后自动补收。",
          "Look after the disk and the broker; measure by hand meanwhile. The broker keeps what comes, and it is taken in afterwards.")),
  /** A device says far more than it is to. */
  FLOOD(
      "SYS-14",
      Severity.WARNING,
      new Text("设备发送过频", "A device speaks far too often"),
      new Text(
          "设备{name}的上报频率远超设定间隔，共{devices}台。",
          "Device {name} sends far more often than its interval; {devices} such in all."),
      new Text("检查该设备的上报设置。", "Look at its reporting settings.")),
  /** A way to tell people leads nowhere. */
  CHANNEL(
      "SYS-15",
      Severity.MAJOR,
      new Text("通知渠道失效", "A channel delivers nothing"),
      new Text(
          "通知渠道{name}自{since}起无法送达，共{channels}个渠道失效（{reply}）。",
          "The channel {name} has delivered nothing since {since}; {channels} such in all ({reply})."),
      new Text(
          "检查该渠道的地址、密钥与网络；期间请看页面，告警改由其他渠道发送。",
          "Look at its address, its secret and the network; watch the page meanwhile, other channels take over."));

  private final RuleCard card;

  OwnRules(String id, Severity severity, Text name, Text say, Text action) {
    this.card =
        new RuleCard(
            RuleId.of(id),
            Principle.STANDARDISE,
            severity,
            name,
            say,
            action,
            "engineering default of Wuchang");
  }

  public RuleCard card() {
    return card;
  }

  public RuleId id() {
    return card.id();
  }

  /** The card of one of these rules. */
  public static Optional<RuleCard> card(RuleId id) {
    return Arrays.stream(values()).map(OwnRules::card).filter(c -> c.id().equals(id)).findFirst();
  }
}
