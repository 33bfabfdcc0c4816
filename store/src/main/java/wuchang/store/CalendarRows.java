package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;

/**
 * When meals are prepared, served and cleaned up after, and which days are closed, as instants.
 * What has been stays as it was when it was written; from today on it follows the configuration.
 */
final class CalendarRows {
  /** As far back as raw readings reach by default, and as far ahead as people plan. */
  private static final int DAYS_BACK = 90;

  private static final int DAYS_AHEAD = 14;

  private static final String NEWEST =
      "SELECT max(begins) FROM wuchang.calendar_window WHERE begins < ?";
  private static final String FORGET = "DELETE FROM wuchang.calendar_window WHERE begins >= ?";
  private static final String INSERT =
      """
      INSERT INTO wuchang.calendar_window (begins, ends, kind, meal) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private CalendarRows() {}

  /** A stretch of a day. */
  record Window(Instant begins, Instant ends, String kind, String meal) {}

  static int store(Connection connection, Site site, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, site.zone());
    Instant midnight = today.atStartOfDay(site.zone()).toInstant();
    LocalDate first = firstMissing(connection, midnight, today, site.zone());
    try (PreparedStatement forget = connection.prepareStatement(FORGET);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      forget.setObject(1, midnight.atOffset(ZoneOffset.UTC));
      forget.executeUpdate();
      for (Window window : windows(site, first, today.plusDays(DAYS_AHEAD))) {
        insert.setObject(1, window.begins().atOffset(ZoneOffset.UTC));
        insert.setObject(2, window.ends().atOffset(ZoneOffset.UTC));
        insert.setString(3, window.kind());
        insert.setString(4, window.meal());
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  /** The windows that begin on these days of the site, both included. */
  static List<Window> windows(Site site, LocalDate first, LocalDate last) {
    List<Window> windows = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (site.calendar().isClosed(day)) {
        windows.add(
            new Window(
                day.atStartOfDay(site.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(site.zone()).toInstant(),
                "closed",
                ""));
        continue;
      }
      for (Meal meal : site.calendar().meals()) {
        for (Map.Entry<String, DailyWindow> part : parts(meal).entrySet()) {
          if (part.getValue().days().contains(day.getDayOfWeek())
              || site.calendar().working().contains(day)) {
            windows.add(window(part.getValue(), day, site.zone(), part.getKey(), meal.id()));
          }
        }
      }
    }
    return windows;
  }

  private static Map<String, DailyWindow> parts(Meal meal) {
    return new TreeMap<>(
        Map.of("prep", meal.prep(), "service", meal.service(), "cleaning", meal.cleaning()));
  }

  private static Window window(
      DailyWindow window, LocalDate day, ZoneId zone, String kind, String meal) {
    LocalDate end = window.from().isBefore(window.to()) ? day : day.plusDays(1);
    return new Window(
        day.atTime(window.from()).atZone(zone).toInstant(),
        end.atTime(window.to()).atZone(zone).toInstant(),
        kind,
        meal);
  }

  private static LocalDate firstMissing(
      Connection connection, Instant midnight, LocalDate today, ZoneId zone) throws SQLException {
    try (PreparedStatement newest = connection.prepareStatement(NEWEST)) {
      newest.setObject(1, midnight.atOffset(ZoneOffset.UTC));
      try (ResultSet row = newest.executeQuery()) {
        row.next();
        java.time.OffsetDateTime known = row.getObject(1, java.time.OffsetDateTime.class);
        LocalDate furthest = today.minusDays(DAYS_BACK);
        if (known == null) {
          return furthest;
        }
        LocalDate next = known.atZoneSameInstant(zone).toLocalDate().plusDays(1);
        return next.isBefore(furthest) ? furthest : next;
      }
    }
  }
}
