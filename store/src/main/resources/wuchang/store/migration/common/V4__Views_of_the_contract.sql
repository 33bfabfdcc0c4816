-- These columns are promised to Grafana, exports and checks: they may only grow.

CREATE VIEW wuchang.readings AS
SELECT r.time, d.site, d.area, d.name AS device, m.name AS metric, r.value,
       CASE r.quality WHEN 0 THEN 'good' WHEN 1 THEN 'suspect' ELSE 'bad' END AS quality
FROM wuchang.reading r
JOIN wuchang.device d ON d.id = r.device_id
JOIN wuchang.metric m ON m.id = r.metric_id;

CREATE VIEW wuchang.events AS
SELECT e.time, d.site, d.area, d.name AS device, e.event, e.person, e.direction, e.reason
FROM wuchang.event e
JOIN wuchang.device d ON d.id = e.device_id;

CREATE VIEW wuchang.readings_hourly AS
SELECT h.time, d.site, d.area, d.name AS device, m.name AS metric,
       h.min, h.max, h.sum / h.n AS avg, h.n
FROM wuchang.reading_hour h
JOIN wuchang.device d ON d.id = h.device_id
JOIN wuchang.metric m ON m.id = h.metric_id;

CREATE VIEW wuchang.device_latest AS
SELECT d.name AS device, m.name AS metric, l.time, l.value,
       CASE l.quality WHEN 0 THEN 'good' WHEN 1 THEN 'suspect' ELSE 'bad' END AS quality
FROM wuchang.latest l
JOIN wuchang.device d ON d.id = l.device_id
JOIN wuchang.metric m ON m.id = l.metric_id;

CREATE VIEW wuchang.alerts AS
SELECT id, rule, device, area, principle, severity, state, since, raised_at, acknowledged_at,
       resolved_at, closed_at, owner, cause
FROM wuchang.alert;

CREATE VIEW wuchang.coverage AS
SELECT day, device, rule, compliant_s, breach_s, unproven_s
FROM wuchang.coverage_day;

CREATE VIEW wuchang.scores AS
SELECT month, area, principle, points, capped
FROM wuchang.score_month;
