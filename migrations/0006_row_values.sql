-- A file tells which reader it needs at least, and everything in it that the change record does not know is written down once.

ALTER TABLE schema_migration ADD COLUMN min_reader INTEGER NOT NULL DEFAULT 1; -- the oldest schema whose program may read the file

-- What upgrades gave to rows: columns that came later, papers kept afterwards, judgements made of older verdicts. With it every value in
-- the file can be compared with where it came from. Written by the program at the end of an upgrade (storage/upgraded_row.cpp).
CREATE TABLE upgraded_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,                         -- of the schema that the upgrade led to
    operations INTEGER NOT NULL,                      -- number of the newest operation at that time
    entity TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    image TEXT NOT NULL,                              -- JSON: the values that the change record does not hold
    hash TEXT NOT NULL DEFAULT ''                     -- of the last row of an upgrade: SHA-256 over all rows up to it
) STRICT;
