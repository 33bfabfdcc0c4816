package wuchang.app;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import wuchang.app.command.RuleListing;
import wuchang.app.documents.StoredDocuments;
import wuchang.app.inspection.InspectionPackage;
import wuchang.console.parts.Inspection;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;

/** Inspection packages of a running server. */
record Packages(
    Supplier<Site> site,
    Catalogue catalogue,
    StoredDocuments documents,
    Database database,
    InstantSource clock)
    implements Inspection {
  @Override
  public void write(LocalDate from, LocalDate end, OutputStream out) throws IOException {
    Site now = site.get();
    new InspectionPackage(now, new RuleListing(catalogue, now).files(), documents, database)
        .write(
            from.atStartOfDay(now.zone()).toInstant(),
            end.atStartOfDay(now.zone()).toInstant(),
            clock.instant(),
            out);
  }
}
