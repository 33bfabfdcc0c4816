package wuchang.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import wuchang.domain.finding.Evidence;

/** Binds the values of one row from left to right. */
final class BoundRow {
  private static final int LONGEST = 10_000;

  private final PreparedStatement statement;
  private int bound;

  BoundRow(PreparedStatement statement) {
    this.statement = statement;
  }

  BoundRow word(Object word) throws SQLException {
    statement.setString(++bound, Codes.text(word.toString(), LONGEST));
    return this;
  }

  BoundRow maybe(Optional<?> word) throws SQLException {
    String text = word.map(w -> Codes.text(w.toString(), LONGEST)).orElse(null);
    statement.setString(++bound, text);
    return this;
  }

  BoundRow number(int number) throws SQLException {
    statement.setInt(++bound, number);
    return this;
  }

  BoundRow flag(boolean flag) throws SQLException {
    statement.setBoolean(++bound, flag);
    return this;
  }

  BoundRow time(Instant time) throws SQLException {
    statement.setObject(++bound, time.atOffset(ZoneOffset.UTC));
    return this;
  }

  BoundRow maybeTime(Optional<Instant> time) throws SQLException {
    statement.setObject(++bound, time.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null));
    return this;
  }

  BoundRow place(Place place) throws SQLException {
    statement.setLong(++bound, place.generation());
    statement.setLong(++bound, place.position());
    return number(place.ordinal());
  }

  /** Never cut short: half of it would be no JSON. */
  BoundRow evidence(Evidence evidence) throws SQLException {
    statement.setString(++bound, EvidenceJson.of(evidence));
    return this;
  }

  void add() throws SQLException {
    statement.addBatch();
  }
}
