-- Rows of closed days, chained: each hash is over the one before and the row's content, which is
-- worked out anew from the tables when it is asked for. Only of the readings, which go before the
-- rest, it is kept here. Links are only ever added.
CREATE TABLE wuchang.chain_link (
  seq     bigint PRIMARY KEY,
  kind    text   NOT NULL,
  key     text   NOT NULL,
  hash    text   NOT NULL,
  content text,
  UNIQUE (kind, key)
);

-- Where the chain ended at each closing.
CREATE TABLE wuchang.chain_head (
  at   timestamptz NOT NULL,
  seq  bigint      PRIMARY KEY,
  hash text        NOT NULL
);

-- Days (UTC) with readings that no link covers yet; the readings that a closing covered arrived up
-- to its cutoff.
CREATE TABLE wuchang.chain_due (
  day     date        PRIMARY KEY,
  touched timestamptz NOT NULL
);
INSERT INTO wuchang.chain_due
SELECT DISTINCT (time AT TIME ZONE 'UTC')::date, now() FROM wuchang.reading;

CREATE TABLE wuchang.chain_part (
  day    date        NOT NULL,
  cutoff timestamptz NOT NULL,
  PRIMARY KEY (day, cutoff)
);

CREATE FUNCTION wuchang.utc(t timestamptz) RETURNS text STABLE LANGUAGE sql AS
$$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- The canonical content of every row that is chained, in docs/records.md.
CREATE VIEW wuchang.chain_row AS
SELECT 'record' AS kind, id || '/' || version AS key, time AS at,
       json_build_array('record', id, version, kind, wuchang.utc(time), device, area, person, who,
                        by, fields, wuchang.utc(arrived))::text AS content
FROM wuchang.record
UNION ALL
SELECT 'alert', id, opened_at,
       json_build_array('alert', id, rule, device, area, principle, wuchang.utc(opened_at))::text
FROM wuchang.alert
UNION ALL
SELECT 'alert-step', concat_ws('/', alert, generation, position, ordinal), at,
       json_build_array('alert-step', alert, kind, wuchang.utc(at), by, why, state, severity,
                        level, owner, evidence)::text
FROM wuchang.alert_steps
UNION ALL
SELECT 'event',
       json_build_array(d.name, wuchang.utc(e.time), e.event, e.person, e.card)::text, e.time,
       json_build_array('event', d.name, wuchang.utc(e.time), e.event, e.person, e.card,
                        e.direction, e.method, e.reason)::text
FROM wuchang.event e JOIN wuchang.device d ON d.id = e.device_id
UNION ALL
SELECT 'score', concat_ws('/', s.month, s.version, s.area, s.principle), v.published_at,
       json_build_array('score', s.month, s.version, s.area, s.principle, s.points, s.capped,
                        v.weights, wuchang.utc(v.published_at), v.by, v.reason)::text
FROM wuchang.score_month s JOIN wuchang.score_version v USING (month, version);
