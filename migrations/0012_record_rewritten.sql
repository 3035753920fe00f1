-- The record can be rewritten more than once in one schema: by an upgrade, and when pupils' personal data go after the keeping time. The
-- newest rewriting is the last row.
CREATE TABLE record_conversion_new (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,                         -- the schema in which it was rewritten
    operations INTEGER NOT NULL,
    old_head TEXT NOT NULL,                           -- hash of the newest operation before
    new_head TEXT NOT NULL                            -- and after
) STRICT;
INSERT INTO record_conversion_new SELECT id, version, operations, old_head, new_head FROM record_conversion ORDER BY version;
DROP TABLE record_conversion;
ALTER TABLE record_conversion_new RENAME TO record_conversion;
