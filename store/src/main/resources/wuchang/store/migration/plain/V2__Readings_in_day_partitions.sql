-- quality: 0 good, 1 suspect, 2 bad. flaw: the word, absent when there is none. provenance: bits 1 own
-- time, 2 replay, 4 retained. delay_s: whole seconds from the time to the arrival.
CREATE TABLE wuchang.reading (
  time       timestamptz      NOT NULL,
  value      double precision NOT NULL,
  device_id  integer          NOT NULL,
  metric_id  integer          NOT NULL,
  delay_s    integer          NOT NULL,
  quality    smallint         NOT NULL,
  provenance smallint         NOT NULL,
  flaw       text
) PARTITION BY RANGE (time);

CREATE UNIQUE INDEX reading_key ON wuchang.reading (device_id, metric_id, time DESC);
