-- Whole days (UTC), added up from the hours, which outlive the readings. Cannot run in a transaction.
CREATE MATERIALIZED VIEW wuchang.reading_day
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT device_id,
       metric_id,
       time_bucket(INTERVAL '1 day', time) AS time,
       min(min) AS min,
       max(max) AS max,
       sum(sum) AS sum,
       sum(n)::bigint AS n
FROM wuchang.reading_hour
GROUP BY 1, 2, 3
WITH NO DATA;
