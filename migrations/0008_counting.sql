-- Who counted, who did not vote on a line, whose ballot came in writing, who stood in for the chair and the secretary, and the initiative
-- council's votes on initiatives. Meetings closed before say nothing of these and stay as they are.

ALTER TABLE meeting ADD COLUMN chair_id INTEGER REFERENCES council_member(id);      -- who presided, where the roles do not say it
ALTER TABLE meeting ADD COLUMN secretary_id INTEGER REFERENCES council_member(id);  -- who kept the minutes in the secretary's place
CREATE INDEX meeting_chair ON meeting(chair_id);
CREATE INDEX meeting_secretary ON meeting(secretary_id);

ALTER TABLE attendance ADD COLUMN by_letter INTEGER NOT NULL DEFAULT 0 CHECK (by_letter IN (0, 1));  -- absent, with a ballot in writing

CREATE TABLE teller (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    seq INTEGER NOT NULL,                              -- the first is their head
    person_id INTEGER NOT NULL REFERENCES person(id),
    UNIQUE (meeting_id, person_id)
) STRICT;
CREATE INDEX teller_person ON teller(person_id);

CREATE TABLE recusal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    nomination_id INTEGER REFERENCES nomination(id),
    initiative_id INTEGER REFERENCES initiative(id),
    member_id INTEGER NOT NULL REFERENCES council_member(id),
    reason TEXT NOT NULL DEFAULT '',
    CHECK ((nomination_id IS NULL) <> (initiative_id IS NULL)),
    UNIQUE (meeting_id, nomination_id, initiative_id, member_id)
) STRICT;
CREATE INDEX recusal_nomination ON recusal(nomination_id);
CREATE INDEX recusal_initiative ON recusal(initiative_id);
CREATE INDEX recusal_member ON recusal(member_id);

CREATE TABLE tally_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    nomination_id INTEGER REFERENCES nomination(id),
    initiative_id INTEGER REFERENCES initiative(id),
    issued INTEGER NOT NULL CHECK (issued >= 0),
    collected INTEGER NOT NULL CHECK (collected BETWEEN 0 AND issued),
    valid INTEGER NOT NULL CHECK (valid >= 0),
    invalid INTEGER NOT NULL CHECK (invalid >= 0),
    in_favour INTEGER NOT NULL CHECK (in_favour BETWEEN 0 AND valid),
    passed INTEGER CHECK (passed IN (0, 1)),
    threshold_text TEXT NOT NULL DEFAULT '',
    CHECK (valid + invalid = collected),
    CHECK ((nomination_id IS NULL) <> (initiative_id IS NULL)),
    UNIQUE (meeting_id, nomination_id),
    UNIQUE (meeting_id, initiative_id)
) STRICT;
INSERT INTO tally_new (id, row_version, uid, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour, passed, threshold_text)
SELECT id, row_version, uid, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour, passed, threshold_text FROM tally;
-- An id is never given twice: the new table goes on from where the old one had come to.
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = 'tally')) WHERE name = 'tally_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'tally_new', seq FROM sqlite_sequence
WHERE name = 'tally' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'tally_new');
DROP TABLE tally;
ALTER TABLE tally_new RENAME TO tally;
CREATE INDEX tally_nomination ON tally(nomination_id);
CREATE INDEX tally_initiative ON tally(initiative_id);
