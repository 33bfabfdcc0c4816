-- Documents, too, are rows of closed days: each version by what was written, to the letter.
CREATE OR REPLACE VIEW wuchang.chain_row AS
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
FROM wuchang.score_month s JOIN wuchang.score_version v USING (month, version)
UNION ALL
SELECT 'document', concat_ws('/', kind, first, version), made_at,
       json_build_array('document', kind, first, version, wuchang.utc(made_at), reason,
                        encode(sha256(convert_to(content, 'UTF8')), 'hex'))::text
FROM wuchang.document;
