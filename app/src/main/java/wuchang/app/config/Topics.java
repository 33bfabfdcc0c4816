package wuchang.app.config;

import wuchang.app.config.yaml.Form;

/** MQTT topic filters and names. */
final class Topics {
  /** What a source may subscribe to. */
  static final Form<String> FILTER =
      Form.of("an MQTT topic such as shop/scale/1", text -> text)
          .only(
              "an MQTT topic such as shop/scale/1, with + or # only as a whole level, # the last",
              Topics::isFilter);

  /** What a channel may publish to. */
  static final Form<String> NAME =
      Form.of("an MQTT topic such as shop/alerts", text -> text)
          .only(
              "an MQTT topic such as shop/alerts, without + and #",
              topic -> isFilter(topic) && !topic.contains("+") && !topic.contains("#"));

  private static final int LONGEST = 1000;

  private Topics() {}

  private static boolean isFilter(String topic) {
    if (topic.isBlank() || topic.length() > LONGEST || topic.indexOf('\0') >= 0) {
      return false;
    }
    String[] levels = topic.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].contains("+") || levels[i].contains("#");
      boolean last = i == levels.length - 1;
      if (wild && !levels[i].equals("+") && !(levels[i].equals("#") && last)) {
        return false;
      }
    }
    return true;
  }
}
