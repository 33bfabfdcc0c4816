-- A shift belongs to the day on which it begins; its name is its times.
CREATE TABLE wuchang.coverage_shift (
  day         date   NOT NULL,
  shift       text   NOT NULL,
  device      text   NOT NULL,
  rule        text   NOT NULL,
  compliant_s bigint NOT NULL,
  breach_s    bigint NOT NULL,
  unproven_s  bigint NOT NULL,
  PRIMARY KEY (day, shift, device, rule)
);
