package wuchang.reports.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import wuchang.domain.Language;

/**
 * A document as a workbook: a sheet for what is said in sentences and one for each table, ready for
 * A4. Numbers and times are numbers and times, so that one can go on calculating.
 */
public final class DocumentXlsx {
  private static final String DATE = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";
  private static final int LONGEST_NAME = 31;
  private static final int WIDEST = 48;

  private final Document document;
  private final Reading reading;
  private final Set<String> names = new HashSet<>();

  private DocumentXlsx(Document document, Language language) {
    this.document = document;
    this.reading = new Reading(language, document.zone());
  }

  /** The whole file. */
  public static byte[] of(Document document, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Wuchang", "1.0")) {
      // It is written once more below, and packed then.
      book.setCompressionLevel(Deflater.NO_COMPRESSION);
      new DocumentXlsx(document, language).write(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SameZip.of(bytes.toByteArray());
  }

  private void write(Workbook book) throws IOException {
    Worksheet front = sheet(book, reading.of(document.title()));
    front.width(0, 24);
    front.width(1, WIDEST);
    int line = 0;
    front.value(line, 0, reading.of(document.title()));
    front.style(line++, 0).bold().set();
    for (Document.Entry entry : document.head()) {
      front.value(line, 0, reading.of(entry.label()));
      put(front, line++, 1, entry.value());
    }
    List<String> said = new ArrayList<>();
    document.result().forEach(text -> said.add(reading.of(text)));
    for (Section section : document.sections()) {
      section.notes().forEach(n -> said.add(reading.of(section.title()) + ": " + reading.of(n)));
    }
    document.signatures().forEach(text -> said.add(reading.of(text)));
    for (String text : said) {
      front.value(++line, 0, text);
    }
    front.finish();
    for (Section section : document.sections()) {
      if (!section.rows().isEmpty()) {
        table(sheet(book, reading.of(section.title())), section);
      }
    }
  }

  private Worksheet sheet(Workbook book, String title) {
    Worksheet sheet = book.newWorksheet(name(title));
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.footer("&P / &N", Position.RIGHT);
    return sheet;
  }

  private void table(Worksheet sheet, Section section) throws IOException {
    for (int column = 0; column < section.columns().size(); column++) {
      sheet.value(0, column, reading.of(section.columns().get(column).title()));
      sheet.style(0, column).bold().wrapText(true).set();
      sheet.width(column, width(section, column));
    }
    for (int row = 0; row < section.rows().size(); row++) {
      List<Cell> cells = section.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        put(sheet, row + 1, column, cells.get(column));
      }
    }
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.finish();
  }

  private void put(Worksheet sheet, int row, int column, Cell cell) {
    if (cell instanceof Cell.Amount amount) {
      sheet.value(row, column, amount.value());
    } else if (cell instanceof Cell.At at) {
      sheet.value(row, column, LocalDateTime.ofInstant(at.instant(), document.zone()));
      sheet.style(row, column).format(TIME).set();
    } else if (cell instanceof Cell.Day day) {
      sheet.value(row, column, day.date());
      sheet.style(row, column).format(DATE).set();
    } else {
      sheet.value(row, column, reading.of(cell));
    }
  }

  private double width(Section section, int column) {
    int longest = length(reading.of(section.columns().get(column).title())) / 2;
    for (List<Cell> row : section.rows()) {
      longest = Math.max(longest, length(reading.of(row.get(column))));
    }
    return Math.min(WIDEST, longest + 2);
  }

  /** Chinese characters are twice as wide. */
  private static int length(String text) {
    return text.lines()
        .mapToInt(line -> line.chars().map(c -> c >= 0x2E80 ? 2 : 1).sum())
        .max()
        .orElse(0);
  }

  /** A name that a workbook takes, and that it has not had yet. */
  private String name(String title) {
    String plain = title.replaceAll("[\\\\/?*\\[\\]:'《》]", " ").strip();
    String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain.substring(0, Math.min(LONGEST_NAME - 3, plain.length())) + " " + i;
    }
    return name;
  }
}
