package wuchang.domain.site;

/** A meal of the calendar with its preparation, service and cleaning windows, on the same days. */
public record Meal(String id, DailyWindow prep, DailyWindow service, DailyWindow cleaning) {}
