package wuchang.reports.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import wuchang.domain.Text;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;

/**
 * A document that people print, sign and keep. It says all of it once; {@link DocumentHtml}, {@link
 * DocumentCsv}, {@link DocumentXlsx} and {@link DocumentJson} are its forms. The same document
 * gives the same bytes.
 *
 * @param kind what it is
 * @param period the days that it is about
 * @param madeAt when it was made
 * @param head what stands above everything else
 * @param result the sentences that somebody reads who reads nothing else
 * @param sections in their order
 * @param signatures lines for who signs it
 * @param figures what it says for programs, as a JSON object; may be empty
 */
public record Document(
    ReportKind kind,
    Period period,
    Text title,
    Text site,
    ZoneId zone,
    Instant madeAt,
    List<Entry> head,
    List<Text> result,
    List<Section> sections,
    List<Text> signatures,
    String figures) {
  /** A line of the head. */
  public record Entry(Text label, Cell value) {}

  public Document {
    head = List.copyOf(head);
    result = List.copyOf(result);
    sections = List.copyOf(sections);
    signatures = List.copyOf(signatures);
  }

  /** The name of a file of it, without its ending: {@code weekly-2026-11-23}. */
  public String fileName() {
    return kind.word() + "-" + period.first();
  }
}
