-- What people write down: every version of each record. A correction is another version.
CREATE TABLE wuchang.record (
  id         text        NOT NULL,
  version    integer     NOT NULL,
  kind       text        NOT NULL,
  time       timestamptz NOT NULL,
  device     text,
  area       text,
  person     text,
  who        text        NOT NULL,
  by         text        NOT NULL,
  fields     jsonb       NOT NULL,
  provenance smallint    NOT NULL,
  arrived    timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE INDEX record_kind_time ON wuchang.record (kind, time);
CREATE INDEX record_time ON wuchang.record (time);

-- Beside the views of the contract; its columns, too, may only grow. The newest version of each.
CREATE VIEW wuchang.records AS
SELECT DISTINCT ON (id) time, kind, id, version, area, device, person, who, fields
FROM wuchang.record
ORDER BY id, version DESC;
