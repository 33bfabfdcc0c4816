-- The device with the least data: one that is silent for a third of a month leaves its area
-- without a score, however many others speak. Months published before have none.
ALTER TABLE wuchang.score_sheet ADD COLUMN poorest text;
ALTER TABLE wuchang.score_sheet ADD COLUMN poorest_expected_ms bigint;
ALTER TABLE wuchang.score_sheet ADD COLUMN poorest_proven_ms bigint;
