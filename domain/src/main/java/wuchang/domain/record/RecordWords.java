package wuchang.domain.record;

import java.util.Map;
import wuchang.domain.Text;

/** What people read for the words that a field of a record can have, and for its states. */
final class RecordWords {
  private static final Map<String, Text> ALL =
      Map.ofEntries(
          word("taken", "留样", "Taken"),
          word("removed", "取出", "Removed"),
          word("use", "继续使用", "Use on"),
          word("use_now", "限时使用", "Use at once"),
          word("discard", "废弃", "Discard"),
          word("none", "无", "None"),
          word("equipment", "设备", "Equipment"),
          word("procedure", "流程", "Procedure"),
          word("behaviour", "操作", "Behaviour"),
          word("environment", "环境", "Environment"),
          word("false_alarm", "误报", "False alarm"),
          word("qr", "扫码", "QR code"),
          word("nfc", "NFC", "NFC"),
          word("gate", "门禁", "Gate"),
          word("passed", "合格", "Passed"),
          word("failed", "不合格", "Failed"),
          word("improve", "需改进", "To be improved"),
          word("goods", "到货", "Goods"),
          word("maintenance", "维修", "Maintenance"),
          word("watch", "关注", "Watch"),
          word("outbreak", "暴发", "Outbreak"),
          word("reported", "已报修", "Reported"),
          word("dispatched", "已派工", "Dispatched"),
          word("handled", "已处理", "Handled"),
          word("accepted", "已验收", "Accepted"),
          word("followed_up", "已回访", "Followed up"),
          word("cancelled", "已取消", "Cancelled"),
          word("new", "待答复", "New"),
          word("answered", "已答复", "Answered"),
          word("registered", "已登记", "Registered"),
          word("approved", "已同意", "Approved"),
          word("refused", "未同意", "Refused"),
          word("left", "已离开", "Left"),
          word("open", "待整改", "Open"),
          word("closed", "已完成", "Closed"),
          word("verified", "已复核", "Verified"),
          word("filed", "已提交", "Filed"),
          word("granted", "成立", "Granted"));

  private RecordWords() {}

  /**
   * @throws IllegalArgumentException when the word has none
   */
  static Text of(String word) {
    Text text = ALL.get(word);
    if (text == null) {
      throw new IllegalArgumentException("nobody can read the word «" + word + "»");
    }
    return text;
  }

  private static Map.Entry<String, Text> word(String word, String zh, String en) {
    return Map.entry(word, new Text(zh, en));
  }
}
