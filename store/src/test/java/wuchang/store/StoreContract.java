package wuchang.store;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.site.Site;

/** What every contract of the store starts from: a fresh schema, a site, and a writer. */
abstract class StoreContract {
  static final Site SITE = Samples.site("cold-room", 1, 2, 3);

  TestDatabase db;
  StoreWriter writer;
  JdbcHistory history;
  Flavour flavour;

  abstract DatabaseAddress address();

  @BeforeEach
  void open() {
    db = TestDatabase.fresh(address());
    writer = new StoreWriter(db.database());
    history = new JdbcHistory(db.database());
    flavour = writer.begin(SITE, 0);
  }

  @AfterEach
  void close() {
    db.close();
  }

  Stored write(Placed... batches) {
    return writer.write(List.of(batches));
  }
}
