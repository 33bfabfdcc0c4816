-- Added to with every reading that is really stored, in the same transaction.
CREATE TABLE wuchang.reading_hour (
  device_id integer          NOT NULL,
  metric_id integer          NOT NULL,
  time      timestamptz      NOT NULL,
  min       double precision NOT NULL,
  max       double precision NOT NULL,
  sum       double precision NOT NULL,
  n         bigint           NOT NULL,
  PRIMARY KEY (device_id, metric_id, time)
) WITH (fillfactor = 80);
