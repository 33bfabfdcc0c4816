-- Beside the views of the contract; its columns, too, may only grow. A day begins at midnight UTC.
CREATE VIEW wuchang.readings_daily AS
SELECT r.time, d.site, d.area, d.name AS device, m.name AS metric,
       r.min, r.max, r.sum / r.n AS avg, r.n
FROM wuchang.reading_day r
JOIN wuchang.device d ON d.id = r.device_id
JOIN wuchang.metric m ON m.id = r.metric_id;

-- The database is to be told anew what to work out and what to keep.
UPDATE wuchang.horizon SET policies = '';
