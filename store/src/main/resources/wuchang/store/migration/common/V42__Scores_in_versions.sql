-- A published month is never changed: a correction is a further version, and the view shows the
-- newest. The sheets say what each score follows from.

CREATE TABLE wuchang.score_version (
  month        date        NOT NULL,
  version      int         NOT NULL,
  weights      int         NOT NULL,
  published_at timestamptz NOT NULL,
  by           text        NOT NULL,
  reason       text        NOT NULL,
  PRIMARY KEY (month, version)
);

CREATE TABLE wuchang.score_sheet (
  month        date   NOT NULL,
  version      int    NOT NULL,
  ordinal      int    NOT NULL,
  area         text   NOT NULL,
  responsible  text,
  expected_ms  bigint NOT NULL,
  proven_ms    bigint NOT NULL,
  false_alarms int    NOT NULL,
  suppressed   int    NOT NULL,
  PRIMARY KEY (month, version, area)
);

CREATE TABLE wuchang.score_deduction (
  month     date        NOT NULL,
  version   int         NOT NULL,
  area      text        NOT NULL,
  incident  text        NOT NULL,
  rule      text        NOT NULL,
  device    text        NOT NULL,
  principle text        NOT NULL,
  severity  text        NOT NULL,
  raised_at timestamptz NOT NULL,
  handled   boolean     NOT NULL,
  repeated  boolean     NOT NULL,
  points    numeric     NOT NULL,
  PRIMARY KEY (month, version, incident)
);

ALTER TABLE wuchang.score_month ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE wuchang.score_month DROP CONSTRAINT score_month_pkey;
ALTER TABLE wuchang.score_month ADD PRIMARY KEY (month, version, area, principle);

CREATE OR REPLACE VIEW wuchang.scores AS
SELECT s.month, s.area, s.principle, s.points, s.capped
FROM wuchang.score_month s
WHERE s.version = (SELECT max(v.version) FROM wuchang.score_version v WHERE v.month = s.month);
