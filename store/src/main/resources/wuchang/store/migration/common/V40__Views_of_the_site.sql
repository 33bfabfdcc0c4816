-- What a dashboard needs to know of the site beside its readings: names, limits, and what was when.
-- Written anew when the configuration changes.

ALTER TABLE wuchang.device
  ADD COLUMN name_zh  text NOT NULL DEFAULT '',
  ADD COLUMN name_en  text NOT NULL DEFAULT '',
  ADD COLUMN gateway  text,
  ADD COLUMN circuit  text,
  ADD COLUMN interval_s double precision,
  ADD COLUMN price    double precision;

CREATE TABLE wuchang.area (
  name    text    PRIMARY KEY,
  site    text    NOT NULL,
  name_zh text    NOT NULL,
  name_en text    NOT NULL,
  food    boolean NOT NULL,
  zone    text    NOT NULL
);

CREATE TABLE wuchang.device_limit (
  device   text             NOT NULL,
  metric   text             NOT NULL,
  rule     text             NOT NULL,
  severity text             NOT NULL,
  above    boolean          NOT NULL,
  value    double precision NOT NULL,
  PRIMARY KEY (device, metric, rule, severity, above)
);

-- kind: prep, service, cleaning of a meal, or closed. The past stays as it was.
CREATE TABLE wuchang.calendar_window (
  begins timestamptz NOT NULL,
  ends   timestamptz NOT NULL,
  kind   text        NOT NULL,
  meal   text        NOT NULL,
  PRIMARY KEY (begins, kind, meal)
);

-- These columns, too, may only grow.
CREATE VIEW wuchang.devices AS
SELECT name AS device, site, area, kind, name_zh, name_en, gateway, circuit, interval_s, price
FROM wuchang.device WHERE configured;

CREATE VIEW wuchang.areas AS
SELECT name AS area, site, name_zh, name_en, food, zone FROM wuchang.area;

CREATE VIEW wuchang.limits AS
SELECT device, metric, rule, severity, above, value FROM wuchang.device_limit;

CREATE VIEW wuchang.calendar AS
SELECT begins AS time, ends AS time_end, kind, meal FROM wuchang.calendar_window;
