package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.Language;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;
import wuchang.domain.score.Incident;
import wuchang.domain.site.Site;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentCsv;
import wuchang.reports.document.DocumentHtml;
import wuchang.reports.document.DocumentJson;
import wuchang.reports.document.DocumentXlsx;

class DailyDocumentTest {
  private static final ChainHead HEAD = new ChainHead(Instant.EPOCH, 17, "ab".repeat(32));

  @Test
  void bears_the_head_of_the_chain_of_the_days_before() {
    Sources sources = Canteen.sources(Canteen.site(), Canteen.ALL, List.of(), List.of());
    Document made = DailyDocument.of(Canteen.record(sources), sources, HEAD);

    assertThat(DocumentHtml.of(made, Language.ZH)).contains("17 " + HEAD.hash());
    assertThat(made.figures()).contains("\"chain\":{\"sequence\":17");
  }

  private final Document quiet = document(Canteen.site(), Canteen.ALL);
  private final Document busy =
      document(
          Canteen.site(),
          Set.of(Canteen.FREEZER),
          Canteen.closed("a", "2026-11-23T10:00", "2026-11-23T11:30"),
          Canteen.open("b", "2026-11-23T13:00"));

  @Test
  void the_page_says_all_of_it_in_chinese() {
    assertThat(DocumentHtml.of(busy, Language.ZH))
        .contains("<html lang=\"zh-CN\">", "size: A4", "counter(page)", "table-header-group")
        .contains("东区食堂", "每日食品安全检查记录", "2026-11-23 (Asia/Shanghai)")
        .contains("本时段内发现问题 2 项", "未收到数据的设备（未证实）：网关、1号冷柜")
        .contains("冷藏温度过高 (FRG-01)<br>检查门封", "重大", "2026-11-23 10:00:00", "2026-11-23 11:30:00")
        .contains("张三", "2026-11-23 10:40:00", "已关闭", "设备", "未恢复", "无人接手")
        .contains("食品安全员（签名、时间）", "食品安全总监审核", "主要负责人", "抽查编号 east 2026-11-23")
        .doesNotContain("零风险", "<script", "13800000000");
  }

  @Test
  void the_page_says_all_of_it_in_english() {
    assertThat(DocumentHtml.of(busy, Language.EN))
        .contains("<html lang=\"en\">", "Daily food safety inspection record", "East canteen")
        .contains("Problems found in this period: 2", "(unproven): Gateway, Fridge 1")
        .contains("Fridge too warm (FRG-01)<br>Check the door seal", "Major", "ongoing")
        .contains("Closed", "Equipment", "Breach / Unproven")
        .doesNotContainIgnoringCase("zero-risk");
  }

  @Test
  void only_a_proven_quiet_day_is_called_a_zero_risk_report() {
    Document unheard = document(Canteen.site(), Set.of(Canteen.FRIDGE));

    assertThat(DocumentHtml.of(quiet, Language.ZH)).contains("零风险报告");
    assertThat(DocumentHtml.of(quiet, Language.EN)).contains("Zero-risk report");
    assertThat(DocumentHtml.of(unheard, Language.ZH)).contains("不能证明零风险").doesNotContain("零风险报告");
    assertThat(DocumentHtml.of(unheard, Language.EN))
        .contains("not proven", "Freezer")
        .doesNotContain("Zero-risk");
  }

  @ParameterizedTest
  @EnumSource
  void the_page_is_well_formed_whatever_a_name_holds(Language language) throws Exception {
    Site site = Canteen.site("<b>&\"'%", "</td><script>alert(1)</script>");
    Document made = document(site, Canteen.ALL, Canteen.open("a", "2026-11-23T10:00"));

    String page = DocumentHtml.of(made, language);

    assertThat(page).doesNotContain("<script", "<b>");
    String body = page.substring(page.indexOf("<body>")).replace("<br>", "").replace("</html>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_spreadsheet_begins_with_a_byte_order_mark_and_names_the_table_of_each_row() {
    byte[] bytes = DocumentCsv.of(busy, Language.ZH);

    assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    List<String> rows =
        List.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8).split("\r\n"));
    assertThat(rows)
        .anyMatch(row -> row.startsWith("设备,设备,类型,区域,检查结果,超标分钟,未证实分钟,数据完整率 (%),"))
        .anyMatch(row -> row.startsWith("设备,1号冷柜,冷藏柜,冷库,不合格 / 未证实,0.0,0.0,100.0,"))
        .anyMatch(row -> row.startsWith("设备,冷冻柜,冷冻柜,冷库,合格,0.0,0.0,100.0,"));
    assertThat(rows.stream().filter(row -> row.startsWith("问题及处理,"))).hasSize(1 + 2);
    assertThat(rows.stream().filter(row -> !row.contains("\"")).map(r -> r.split(",", -1).length))
        .containsOnly(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+1", "@x", "\tx"})
  void no_cell_is_a_formula(String name) {
    assertThat(csv(name)).contains(",'" + name + ",").doesNotContain("," + name + ",");
  }

  @Test
  void commas_quotes_and_line_breaks_stay_in_their_cell() {
    assertThat(csv("a,b \"c\"\nd")).contains(",\"a,b \"\"c\"\"\nd\",");
  }

  @Test
  void programs_get_both_languages_and_utc_and_read_back_what_was_kept() throws Exception {
    String written = DocumentJson.of(busy);
    JsonNode json = new ObjectMapper().readTree(written);

    assertThat(json.path("verdict").asText()).isEqualTo("problems");
    assertThat(json.path("from").asText()).isEqualTo("2026-11-22T16:00:00Z");
    assertThat(json.path("wholeDay").asBoolean()).isTrue();
    assertThat(json.path("unheard").toString()).isEqualTo("[\"gw-1\",\"fridge-1\"]");
    assertThat(json.at("/devices/2/state").asText()).isEqualTo("compliant");
    assertThat(json.at("/items/0/state").asText()).isEqualTo("breach");
    assertThat(json.at("/alerts/0/text/en").asText()).isEqualTo("Fridge too warm");
    assertThat(json.at("/alerts/0/since").asText()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(json.at("/alerts/1/until").isNull()).isTrue();
    assertThat(DocumentJson.read(written)).isEqualTo(busy);
    assertThat(DocumentJson.of(DocumentJson.read(written))).isEqualTo(written);
  }

  @Test
  void a_workbook_is_the_same_whenever_it_is_written_and_has_a_sheet_a_table() throws Exception {
    byte[] first = DocumentXlsx.of(busy, Language.ZH);

    int sheets = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        sheets += entry.getName().startsWith("xl/worksheets/sheet") ? 1 : 0;
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .as(entry.getName())
            .doesNotContainPattern(">20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
      }
    }
    assertThat(sheets).isEqualTo(5);
    assertThat(DocumentXlsx.of(busy, Language.ZH)).isEqualTo(first);
  }

  @Test
  void disinfections_stand_there_with_their_proof_and_are_counted_apart() {
    List<Cycle> cycles =
        List.of(
            Canteen.cycle("2026-11-23T09:00", Verdict.EFFECTIVE, Reason.NONE),
            Canteen.cycle("2026-11-23T10:00", Verdict.FAILED, Reason.TOO_COOL),
            Canteen.cycle("2026-11-23T11:00", Verdict.UNPROVEN, Reason.NO_DATA));
    Sources sources = Canteen.sources(Canteen.site(), Canteen.ALL, cycles, List.of());
    Document made = DailyDocument.of(Canteen.record(sources), sources, HEAD);

    assertThat(DocumentHtml.of(made, Language.ZH))
        .contains("消毒记录", "合格 1 次，不合格 1 次，无法证明 1 次。")
        .contains("2026-11-23 08:00:00", "112.3", "2:05", "10:00", "温度不足", "数据缺失");
    assertThat(made.figures())
        .contains("\"cycleCounts\":{\"effective\":1,\"failed\":1,\"unproven\":1}");
  }

  private static Document document(Site site, Set<wuchang.domain.DeviceId> heard, Incident... of) {
    Sources sources = Canteen.sources(site, heard, List.of(), List.of(of));
    return DailyDocument.of(Canteen.record(sources), sources, HEAD);
  }

  private static String csv(String deviceName) {
    Document made = document(Canteen.site(deviceName, deviceName), Canteen.ALL);
    return new String(DocumentCsv.of(made, Language.EN), StandardCharsets.UTF_8);
  }
}
