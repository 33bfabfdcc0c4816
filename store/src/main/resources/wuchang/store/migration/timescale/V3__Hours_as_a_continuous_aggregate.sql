-- Cannot run in a transaction. Hours that are not yet worked out are added up when they are asked for.
CREATE MATERIALIZED VIEW wuchang.reading_hour
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT device_id,
       metric_id,
       time_bucket(INTERVAL '1 hour', time) AS time,
       min(value) AS min,
       max(value) AS max,
       sum(value) AS sum,
       count(*) AS n
FROM wuchang.reading
WHERE quality < 2
GROUP BY 1, 2, 3
WITH NO DATA;
