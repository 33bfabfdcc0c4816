package wuchang.app.inspection;

import java.time.Instant;
import wuchang.domain.site.Site;

/** The page that lies on top of an inspection package, in zh and en. */
final class Readme {
  private static final String TEXT =
      """
      %s / %s (%s)
      %s – %s
      生成于 / made at %s

      records.csv        人工记录，含每个版本             what people wrote down, every version
      calibrations.csv   校准记录                         calibrations
      alerts.csv         告警                             alerts
      alert_steps.csv    告警的每一步：何时、何人、为何   each step of an alert: when, who, why
      notifications.csv  通知及送达情况                   who was told, and whether it arrived
      hours.csv          每小时最小、最大、平均值         minimum, maximum and mean of each hour
      coverage.csv       每日合规、超标、无证据的秒数     seconds compliant, in breach, unproven
      scores.csv         五常评分                         the monthly score
      rules.zh.md rules.en.md   生效的规则                the rules in force
      chain.tsv          散列链：已结束各日的全部记录     the chain: all rows of days that are over
      heads.tsv          每次结日后的链尾                 where the chain ended at each closing
      readings/N.csv     链中第 N 行所指的读数            the readings behind row N of the chain
      documents/         每日、每周、每月记录与温度记录   the documents of days, weeks and months
      documents/kept/    链中所指的各版文件               each version that the chain holds
      SHA256SUMS         各文件的 SHA-256                 sha256sum -c SHA256SUMS

      验证（任何电脑，无需服务器和数据库）/ To check, on any machine, without server or database:

          ./wuchang verify-records --file THIS.zip

      第 N 行的散列 = SHA-256(上一行的散列 换行 本行内容 换行)，UTF-8。
      The hash of a row = SHA-256(the hash before, a line feed, the content, a line feed), in UTF-8:

          printf '%%s\\n%%s\\n' "$BEFORE" "$CONTENT" | sha256sum

      readings 行的最后一个值是 readings/N.csv 的 SHA-256；原始读数过保留期后不再附上。
      document 行的最后一个值是 documents/kept 中该版文件的 SHA-256。
      The last value of a row of a document is the SHA-256 of its file in documents/kept.
      The last value of a row of readings is the SHA-256 of readings/N.csv, which is left out when
      the readings are older than they are kept. Times are UTC.
      """;

  private Readme() {}

  static String of(Site site, Instant from, Instant to, Instant now) {
    return TEXT.formatted(site.name().zh(), site.name().en(), site.id(), from, to, now);
  }
}
