-- What is the same with TimescaleDB and without. Tables are named in the singular; the plural names
-- belong to the views, which are the contract.

-- Readings name devices and metrics by number: it keeps the large table small.
CREATE TABLE wuchang.device (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text    NOT NULL UNIQUE,
  site       text    NOT NULL,
  area       text    NOT NULL,
  kind       text    NOT NULL,
  configured boolean NOT NULL
);

CREATE TABLE wuchang.metric (
  id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text    NOT NULL UNIQUE
);

-- Raw readings before this time have been dropped; a late repeat of one must not come back. policies:
-- the retention that the database was last told of.
CREATE TABLE wuchang.horizon (
  single   boolean     PRIMARY KEY DEFAULT true CHECK (single),
  raw_from timestamptz NOT NULL,
  policies text        NOT NULL
);
INSERT INTO wuchang.horizon (raw_from, policies) VALUES ('-infinity', '');

-- Up to where the journal has been carried over. A new generation begins when a journal was lost and
-- its positions start again.
CREATE TABLE wuchang.journal_position (
  reader     text   PRIMARY KEY,
  generation bigint NOT NULL,
  position   bigint NOT NULL
);

CREATE TABLE wuchang.latest (
  device_id integer          NOT NULL,
  metric_id integer          NOT NULL,
  time      timestamptz      NOT NULL,
  value     double precision NOT NULL,
  quality   smallint         NOT NULL,
  PRIMARY KEY (device_id, metric_id)
) WITH (fillfactor = 50);

CREATE TABLE wuchang.event (
  device_id  integer     NOT NULL,
  time       timestamptz NOT NULL,
  event      text        NOT NULL,
  person     text        NOT NULL,
  card       text        NOT NULL,
  direction  text        NOT NULL,
  method     text        NOT NULL,
  reason     text        NOT NULL,
  provenance smallint    NOT NULL,
  delay_s    integer     NOT NULL,
  UNIQUE (device_id, time, event, person, card)
);
CREATE INDEX event_time ON wuchang.event (time);

CREATE TABLE wuchang.rejected (
  generation    bigint      NOT NULL,
  position      bigint      NOT NULL,
  ordinal       integer     NOT NULL,
  device        text,
  topic         text        NOT NULL,
  payload       bytea       NOT NULL,
  payload_bytes integer     NOT NULL,
  reason        text        NOT NULL,
  detail        text        NOT NULL,
  arrived       timestamptz NOT NULL,
  PRIMARY KEY (generation, position, ordinal)
);

-- An alert as it stands after the step (generation, position, ordinal).
CREATE TABLE wuchang.alert (
  id              text        PRIMARY KEY,
  rule            text        NOT NULL,
  device          text        NOT NULL,
  area            text        NOT NULL,
  principle       text        NOT NULL,
  severity        text        NOT NULL,
  state           text        NOT NULL,
  since           timestamptz NOT NULL,
  raised_at       timestamptz NOT NULL,
  opened_at       timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  promised_at     timestamptz,
  resolved_at     timestamptz,
  closed_at       timestamptz,
  owner           text,
  level           integer     NOT NULL,
  cause           text,
  parent          text,
  live            boolean     NOT NULL,
  evidence        jsonb       NOT NULL,
  generation      bigint      NOT NULL,
  position        bigint      NOT NULL,
  ordinal         integer     NOT NULL
);
CREATE INDEX alert_raised ON wuchang.alert (raised_at);

CREATE TABLE wuchang.alert_steps (
  alert      text        NOT NULL,
  generation bigint      NOT NULL,
  position   bigint      NOT NULL,
  ordinal    integer     NOT NULL,
  kind       text        NOT NULL,
  at         timestamptz NOT NULL,
  by         text        NOT NULL,
  why        text        NOT NULL,
  state      text        NOT NULL,
  severity   text        NOT NULL,
  level      integer     NOT NULL,
  owner      text,
  evidence   jsonb       NOT NULL,
  PRIMARY KEY (alert, generation, position, ordinal)
);

CREATE TABLE wuchang.notifications (
  alert   text        NOT NULL,
  step    text        NOT NULL,
  channel text        NOT NULL,
  outcome text        NOT NULL,
  detail  text        NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (alert, step, channel, outcome)
);

CREATE TABLE wuchang.coverage_day (
  day         date   NOT NULL,
  device      text   NOT NULL,
  rule        text   NOT NULL,
  compliant_s bigint NOT NULL,
  breach_s    bigint NOT NULL,
  unproven_s  bigint NOT NULL,
  PRIMARY KEY (day, device, rule)
);

-- A month is its first day; the principle 'total' is the sum.
CREATE TABLE wuchang.score_month (
  month     date             NOT NULL,
  area      text             NOT NULL,
  principle text             NOT NULL,
  points    double precision NOT NULL,
  capped    boolean          NOT NULL,
  PRIMARY KEY (month, area, principle)
);
