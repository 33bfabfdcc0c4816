package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wuchang.domain.alert.Silence;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.Site;

/**
 * When nobody was told, of what and why: what people asked for, by the journal, of which the later
 * place wins, and what the calendar plans, of which the past stays as it was.
 */
final class SilenceRows {
  private static final int DAYS_AHEAD = 14;
  private static final String CALENDAR = "calendar";

  private static final String UPSERT =
      """
      INSERT INTO wuchang.silence AS s
        (id, generation, position, ordinal, area, device, rule, reason, by, begins, ends, ended_at,
         ended_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        generation = excluded.generation, position = excluded.position,
        ordinal = excluded.ordinal, ended_at = excluded.ended_at, ended_by = excluded.ended_by
      WHERE (s.generation, s.position, s.ordinal)
          < (excluded.generation, excluded.position, excluded.ordinal)
      """;

  private static final String FORGET =
      "DELETE FROM wuchang.silence WHERE by = '" + CALENDAR + "' AND begins >= ?";

  private SilenceRows() {}

  static void store(Connection connection, List<Map.Entry<Place, Silence>> silences)
      throws SQLException {
    Map<String, Map.Entry<Place, Silence>> last = new LinkedHashMap<>();
    silences.forEach(entry -> last.put(entry.getValue().id(), entry));
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      // In one order for all, so that two writers do not lock each other out.
      for (Map.Entry<Place, Silence> entry : new TreeMap<>(last).values()) {
        bind(new BoundRow(upsert), entry.getKey(), entry.getValue());
      }
      upsert.executeBatch();
    }
  }

  /** What the calendar plans from today on. */
  static int plan(Connection connection, Site site, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, site.zone());
    Instant midnight = today.atStartOfDay(site.zone()).toInstant();
    try (PreparedStatement forget = connection.prepareStatement(FORGET);
        PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      forget.setObject(1, midnight.atOffset(ZoneOffset.UTC));
      forget.executeUpdate();
      for (PlannedSilence planned : site.calendar().quiet()) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
          LocalDate day = today.plusDays(ahead);
          if (planned.isMeant(day, site.calendar())) {
            bind(new BoundRow(upsert), planned, day, site);
          }
        }
      }
      return upsert.executeBatch().length;
    }
  }

  private static void bind(BoundRow row, Place place, Silence silence) throws SQLException {
    row.word(silence.id()).place(place).maybe(silence.scope().area());
    row.maybe(silence.scope().device()).maybe(silence.scope().rule()).word(silence.reason());
    row.word(silence.by()).time(silence.from()).time(silence.until());
    row.maybeTime(silence.endedAt()).maybe(silence.endedBy()).add();
  }

  private static void bind(BoundRow row, PlannedSilence planned, LocalDate day, Site site)
      throws SQLException {
    Instant begins = day.atTime(planned.window().from()).atZone(site.zone()).toInstant();
    LocalDate last =
        planned.window().from().isBefore(planned.window().to()) ? day : day.plusDays(1);
    Instant ends = last.atTime(planned.window().to()).atZone(site.zone()).toInstant();
    Optional<String> rules =
        planned.rules().isEmpty()
            ? Optional.empty()
            : Optional.of(
                planned.rules().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(" ")));
    row.word(CALENDAR + ":" + planned.id() + ":" + day).place(new Place(0, 0, 0));
    row.maybe(planned.area()).maybe(planned.device()).maybe(rules).word(planned.reason());
    row.word(CALENDAR).time(begins).time(ends);
    row.maybeTime(Optional.empty()).maybe(Optional.empty()).add();
  }
}
