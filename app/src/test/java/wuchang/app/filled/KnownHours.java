package wuchang.app.filled;

/**
 * For how long there was good data of each device, told by SQL from the sums of evidence. Which
 * rule is about which sensor is written down here once more, by hand.
 */
public final class KnownHours {
  /** Of the days from {@code :day} on before {@code :until}: {@code known (device, day, s)}. */
  public static final String KNOWN =
      """
      said AS (
        SELECT device, day, compliant_s AS c, compliant_s + breach_s AS s, CASE
          WHEN rule ~ '^(FRG-0[1-5]|FRZ|HOT|COOL|ROOM-01|SMP-01|DIS)' THEN 'temperature'
          WHEN rule ~ '^(ROOM-03)' THEN 'humidity' WHEN rule ~ '^WAT' THEN 'water'
          WHEN rule ~ '^(DOOR-01|FRG-06)' THEN 'door'
          WHEN rule = 'ROOM-02' THEN 'lamp' WHEN rule ~ '^ELE-0[1247]' THEN 'supply'
          WHEN rule = 'ELE-03' THEN 'current' WHEN rule = 'ELE-06' THEN 'leakage'
          WHEN rule IN ('SEN-01', 'SYS-01') THEN 'silence' ELSE 'none' END AS sensor
        FROM wuchang.coverage_day WHERE day >= ':day' AND day < ':until'),
      sensed AS (
        SELECT device, day, sensor, max(s) AS s,
          CASE WHEN sensor IN ('temperature', 'humidity', 'water') THEN '-infinity'::date ELSE
            min(CASE WHEN max(s) > 0 THEN day END) OVER (PARTITION BY device, sensor) END AS since
        FROM said WHERE sensor NOT IN ('silence', 'none') GROUP BY device, day, sensor),
      known AS (
        SELECT device, day, min(s) AS s FROM sensed WHERE day >= since GROUP BY device, day
        UNION ALL
        SELECT device, day, coalesce(min(c) FILTER (WHERE sensor = 'silence'), max(s))
        FROM said WHERE device NOT IN (SELECT device FROM sensed) GROUP BY device, day)
      """;

  private KnownHours() {}
}
