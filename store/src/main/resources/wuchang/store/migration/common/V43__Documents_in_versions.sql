-- Documents as they were made. What was made is never changed: what came later is a further version.
-- digest: SHA-256 of the document without the time at which it was made.
CREATE TABLE wuchang.document (
  kind    text        NOT NULL,
  first   date        NOT NULL,
  version int         NOT NULL,
  made_at timestamptz NOT NULL,
  reason  text        NOT NULL,
  digest  text        NOT NULL,
  content text        NOT NULL,
  PRIMARY KEY (kind, first, version)
);
