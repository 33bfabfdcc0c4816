-- When nobody was told, of what, why, and who wanted it so; what the calendar plans is by 'calendar'.
CREATE TABLE wuchang.silence (
  id         text        PRIMARY KEY,
  generation bigint      NOT NULL,
  position   bigint      NOT NULL,
  ordinal    integer     NOT NULL,
  area       text,
  device     text,
  rule       text,
  reason     text        NOT NULL,
  by         text        NOT NULL,
  begins     timestamptz NOT NULL,
  ends       timestamptz NOT NULL,
  ended_at   timestamptz,
  ended_by   text
);
CREATE INDEX silence_begins ON wuchang.silence (begins);

-- These columns may only grow. An empty scope is the whole site; several rules stand with spaces between.
CREATE VIEW wuchang.silences AS
SELECT id, begins AS time, greatest(begins, coalesce(ended_at, ends)) AS time_end, area, device, rule, reason, by, ended_by
FROM wuchang.silence;
