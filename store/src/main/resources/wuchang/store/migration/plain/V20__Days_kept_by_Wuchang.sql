-- Whole days (UTC), added to as the hours are. What there is already comes from the hours: the raw
-- readings of old days are gone.
CREATE TABLE wuchang.reading_day (
  device_id integer          NOT NULL,
  metric_id integer          NOT NULL,
  time      timestamptz      NOT NULL,
  min       double precision NOT NULL,
  max       double precision NOT NULL,
  sum       double precision NOT NULL,
  n         bigint           NOT NULL,
  PRIMARY KEY (device_id, metric_id, time)
) WITH (fillfactor = 80);

INSERT INTO wuchang.reading_day (device_id, metric_id, time, min, max, sum, n)
SELECT device_id, metric_id, date_bin('1 day', time, 'epoch'), min(min), max(max), sum(sum),
       sum(n)::bigint
FROM wuchang.reading_hour GROUP BY 1, 2, 3;
