package wuchang.console.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wuchang.console.parts.Documents;
import wuchang.domain.Language;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.report.ReportKind;

/** Documents that say what was asked for; there is one version. */
final class FakeDocuments implements Documents {
  @Override
  public Optional<Made> make(
      ReportKind kind, LocalDate day, OptionalInt version, Format format, Language language) {
    String said = kind.word() + " " + day + " " + format.word() + " " + language.code();
    return version.orElse(1) == 1
        ? Optional.of(new Made(kind.word() + "-" + day, said.getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  @Override
  public List<Entry> kept(LocalDate from, LocalDate to) {
    return List.of(
        new Entry(ReportKind.DAILY, to.minusDays(1), 1, Instant.EPOCH, "made", "0123456789abcdef"));
  }
}
