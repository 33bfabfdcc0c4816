package wuchang.store;

import java.util.List;

/**
 * With TimescaleDB or without. Decided when the schema is made and kept from then on: changing it
 * is an export and an import.
 */
public enum Flavour {
  /** Day partitions and hourly roll-ups kept by Wuchang. */
  PLAIN,
  /** A hypertable with columnstore, and a continuous aggregate. */
  TIMESCALE;

  private static final String ROOT = "classpath:wuchang/store/migration/";

  List<String> migrations() {
    return List.of(ROOT + "common", ROOT + (this == PLAIN ? "plain" : "timescale"));
  }

  Layout layout() {
    return this == PLAIN ? new DayPartitions() : new Hypertable();
  }
}
