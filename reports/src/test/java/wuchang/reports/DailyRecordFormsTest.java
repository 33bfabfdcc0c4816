package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.Language;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;
import wuchang.domain.site.Site;

class DailyRecordFormsTest {
  private final DailyRecord quiet = Canteen.record(Canteen.ALL);
  private final DailyRecord busy =
      Canteen.record(
          Set.of(Canteen.FREEZER),
          Canteen.closed("a", "2026-11-23T10:00", "2026-11-23T11:30"),
          Canteen.open("b", "2026-11-23T13:00"));

  @Test
  void the_page_says_all_of_it_in_chinese() {
    assertThat(DailyRecordHtml.of(busy, Language.ZH))
        .contains("<html lang=\"zh-CN\">", "size: A4")
        .contains("东区食堂", "每日食品安全检查记录", "2026-11-23 (Asia/Shanghai)")
        .contains("本时段内发现问题 2 项", "未收到数据的设备（未证实）：网关、1号冷柜")
        .contains("冷藏温度过高 (FRG-01)<br>检查门封", "重大", "2026-11-23 10:00:00", "2026-11-23 11:30:00")
        .contains("张三<br>2026-11-23 10:40:00", "已关闭", "设备", "未恢复", "无人接手")
        .contains("食品安全员（签名、时间）", "食品安全总监审核")
        .doesNotContain("零风险", "<script", "13800000000");
  }

  @Test
  void the_page_says_all_of_it_in_english() {
    assertThat(DailyRecordHtml.of(busy, Language.EN))
        .contains("<html lang=\"en\">", "Daily food safety inspection record", "East canteen")
        .contains("Problems found in this period: 2", "(unproven): Gateway, Fridge 1")
        .contains("Fridge too warm (FRG-01)<br>Check the door seal", "Major", "ongoing")
        .contains("Closed", "Equipment", "Breach / Unproven")
        .doesNotContainIgnoringCase("zero-risk");
  }

  @Test
  void only_a_proven_quiet_day_is_called_a_zero_risk_report() {
    DailyRecord unheard = Canteen.record(Set.of(Canteen.FRIDGE));

    assertThat(DailyRecordHtml.of(quiet, Language.ZH)).contains("零风险报告");
    assertThat(DailyRecordHtml.of(quiet, Language.EN)).contains("Zero-risk report");
    assertThat(DailyRecordHtml.of(unheard, Language.ZH))
        .contains("不能证明零风险")
        .doesNotContain("零风险报告");
    assertThat(DailyRecordHtml.of(unheard, Language.EN))
        .contains("not proven", "Freezer")
        .doesNotContain("Zero-risk");
  }

  @ParameterizedTest
  @EnumSource
  void the_page_is_well_formed_whatever_a_name_holds(Language language) throws Exception {
    Site site = Canteen.site("<b>&\"'", "</td><script>alert(1)</script>");
    DailyRecord made =
        DailyRecord.of(
            Canteen.DAY,
            Canteen.EVENING,
            new DailyRecord.Sources(
                site,
                Canteen.rules(),
                List.of(Canteen.open("a", "2026-11-23T10:00")),
                Canteen.ALL,
                List.of()));

    String page = DailyRecordHtml.of(made, language);

    assertThat(page).doesNotContain("<script", "<b>");
    String body = page.substring(page.indexOf("<body>")).replace("<br>", "").replace("</html>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_table_begins_with_a_byte_order_mark_and_has_a_row_a_device_and_alert() {
    byte[] bytes = DailyRecordCsv.of(busy, Language.ZH);

    assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    String[] rows = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8).split("\r\n");
    assertThat(rows).hasSize(1 + 4);
    assertThat(rows[0])
        .isEqualTo(
            "日期,单位,结论,设备,类型,区域,检查结果,问题,风险等级,措施,开始,结束,处理状态,处理人,接手时间,整改期限,关闭时间,原因,"
                + "消毒开始,消毒结束,最高温度 (℃),达标时长,应达时长,消毒结论,不合格原因");
    assertThat(rows[1])
        .isEqualTo("2026-11-23,东区食堂,本时段内发现问题 2 项，见下表。,网关,网关,冷库,未证实,,,,,,,,,,,,,,,,,,");
    assertThat(rows[2])
        .endsWith(
            "1号冷柜,冷藏柜,冷库,不合格,冷藏温度过高,重大,检查门封,2026-11-23 10:00:00,2026-11-23 11:30:00,"
                + "已关闭,张三,2026-11-23 10:40:00,2026-11-23 11:10:00,2026-11-23 11:30:00,设备,,,,,,,");
    assertThat(rows[3]).endsWith("2026-11-23 13:00:00,未恢复,待处理,,,,,,,,,,,,");
    assertThat(rows[4]).contains("冷冻柜").endsWith("合格,,,,,,,,,,,,,,,,,,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx"})
  void no_cell_is_a_formula(String name) {
    assertThat(csv(name)).contains(",'" + name + ",").doesNotContain("," + name + ",");
  }

  @Test
  void commas_quotes_and_line_breaks_stay_in_their_cell() {
    assertThat(csv("a,b \"c\"\nd")).contains(",\"a,b \"\"c\"\"\nd\",");
  }

  @Test
  void programs_get_both_languages_and_utc() {
    ObjectNode json = DailyRecordJson.of(busy);

    assertThat(json.path("verdict").asText()).isEqualTo("problems");
    assertThat(json.path("from").asText()).isEqualTo("2026-11-22T16:00:00Z");
    assertThat(json.path("wholeDay").asBoolean()).isTrue();
    assertThat(json.path("unheard").toString()).isEqualTo("[\"gw-1\",\"fridge-1\"]");
    assertThat(json.at("/devices/2/state").asText()).isEqualTo("compliant");
    assertThat(json.at("/alerts/0/text/en").asText()).isEqualTo("Fridge too warm");
    assertThat(json.at("/alerts/0/since").asText()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(json.at("/alerts/0/cause").asText()).isEqualTo("equipment");
    assertThat(json.at("/alerts/1/until").isNull()).isTrue();
  }

  @Test
  void disinfections_stand_in_every_form_with_their_proof_and_are_counted_apart() {
    DailyRecord made =
        Canteen.record(
            Canteen.cycle("2026-11-23T09:00", Verdict.EFFECTIVE, Reason.NONE),
            Canteen.cycle("2026-11-23T10:00", Verdict.FAILED, Reason.TOO_COOL),
            Canteen.cycle("2026-11-23T11:00", Verdict.UNPROVEN, Reason.NO_DATA));

    assertThat(DailyRecordHtml.of(made, Language.ZH))
        .contains("消毒记录", "合格 1 次，不合格 1 次，无法证明 1 次。")
        .contains("2026-11-23 08:00:00", "112.3", "2:05", "10:00", "温度不足", "数据缺失");
    assertThat(DailyRecordHtml.of(made, Language.EN))
        .contains("Proven: 1, failed: 1, not to be proven: 1.", "too cool", "data is missing");
    assertThat(new String(DailyRecordCsv.of(made, Language.EN), StandardCharsets.UTF_8))
        .contains(
            ",,,2026-11-23 09:00:00,2026-11-23 10:00:00,112.3,2:05,10:00,failed,too cool\r\n");
    ObjectNode json = DailyRecordJson.of(made);
    assertThat(json.path("cycleCounts").toString())
        .isEqualTo("{\"effective\":1,\"failed\":1,\"unproven\":1}");
    assertThat(json.at("/cycles/1/held").asDouble()).isEqualTo(125);
    assertThat(json.at("/cycles/2/reason").asText()).isEqualTo("no_data");
  }

  private static String csv(String deviceName) {
    DailyRecord made =
        DailyRecord.of(
            Canteen.DAY,
            Canteen.EVENING,
            new DailyRecord.Sources(
                Canteen.site(deviceName, deviceName),
                Canteen.rules(),
                List.of(),
                Canteen.ALL,
                List.of()));
    return new String(DailyRecordCsv.of(made, Language.EN), StandardCharsets.UTF_8);
  }
}
