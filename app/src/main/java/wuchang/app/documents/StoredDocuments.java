package wuchang.app.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import wuchang.console.parts.Documents;
import wuchang.domain.Language;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Site;
import wuchang.reports.DailyDocument;
import wuchang.reports.DailyRecord;
import wuchang.reports.PeriodDocument;
import wuchang.reports.Registers;
import wuchang.reports.Sources;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentCsv;
import wuchang.reports.document.DocumentHtml;
import wuchang.reports.document.DocumentJson;
import wuchang.reports.document.DocumentXlsx;
import wuchang.rules.catalogue.Catalogue;

/** Documents from what the store holds. Made twice from the same, they are the same to the byte. */
public record StoredDocuments(
    Supplier<Site> site, Catalogue catalogue, Store store, InstantSource clock)
    implements Documents {
  @Override
  public Made make(ReportKind kind, LocalDate day, Format format, Language language) {
    Document document = document(kind, day, clock.instant());
    return new Made(document.fileName(), written(document, format, language));
  }

  /** The document of a kind about a day, its week or its month, as it stands at an instant. */
  public Document document(ReportKind kind, LocalDate day, Instant madeAt) {
    Period period = kind.of(day);
    Sources sources = new Gathering(catalogue, store, site.get(), madeAt).of(kind, period);
    return switch (kind) {
      case DAILY -> DailyDocument.of(DailyRecord.of(day, madeAt, sources), sources);
      case WEEKLY -> PeriodDocument.weekly(period, madeAt, sources);
      case MONTHLY -> PeriodDocument.monthly(period, madeAt, sources, List.of());
      case RISK_LIST -> Registers.riskList(period, madeAt, sources);
      case TEMPERATURE_LOG -> Registers.temperatures(period, madeAt, sources);
      case ASSETS -> Registers.assets(period, madeAt, sources);
    };
  }

  /** A document in one of its forms. */
  public static byte[] written(Document document, Format format, Language language) {
    return switch (format) {
      case JSON -> DocumentJson.of(document).getBytes(StandardCharsets.UTF_8);
      case HTML -> DocumentHtml.of(document, language).getBytes(StandardCharsets.UTF_8);
      case CSV -> DocumentCsv.of(document, language);
      case XLSX -> DocumentXlsx.of(document, language);
    };
  }
}
