-- Votes against and other opinions apart, the secret vote at the machine, a second round, and the results in public with what was objected.
-- Counts of before say only how many were in favour and stay as they are.

CREATE TABLE ballot_round (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    round INTEGER NOT NULL CHECK (round > 0),
    state TEXT NOT NULL,                               -- an open one holds no vote: ballots are in memory until the box is closed
    reason TEXT NOT NULL DEFAULT ''                    -- why what it counted was given up
) STRICT;
CREATE INDEX ballot_round_meeting ON ballot_round(meeting_id);

CREATE TABLE ballot_voter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    ballot_round_id INTEGER NOT NULL REFERENCES ballot_round(id),
    member_id INTEGER NOT NULL REFERENCES council_member(id),
    UNIQUE (ballot_round_id, member_id)
) STRICT;
CREATE INDEX ballot_voter_member ON ballot_voter(member_id);

ALTER TABLE tally ADD COLUMN against INTEGER CHECK (against >= 0);
ALTER TABLE tally ADD COLUMN other INTEGER CHECK (other >= 0);
ALTER TABLE tally ADD COLUMN round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE tally ADD COLUMN ballot_round_id INTEGER REFERENCES ballot_round(id);  -- voted at the machine
CREATE INDEX tally_ballot_round ON tally(ballot_round_id);

CREATE TABLE earlier_tally (
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
    against INTEGER CHECK (against >= 0),
    other INTEGER CHECK (other >= 0),
    round INTEGER NOT NULL CHECK (round > 0),
    ballot_round_id INTEGER REFERENCES ballot_round(id),
    CHECK (valid + invalid = collected),
    CHECK ((nomination_id IS NULL) <> (initiative_id IS NULL)),
    UNIQUE (meeting_id, nomination_id, round),
    UNIQUE (meeting_id, initiative_id, round)
) STRICT;
CREATE INDEX earlier_tally_nomination ON earlier_tally(nomination_id);
CREATE INDEX earlier_tally_initiative ON earlier_tally(initiative_id);
CREATE INDEX earlier_tally_ballot_round ON earlier_tally(ballot_round_id);

CREATE TABLE posting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL UNIQUE REFERENCES meeting(id),
    posted_on TEXT NOT NULL CHECK (posted_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    until TEXT NOT NULL CHECK (until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND until >= posted_on),
    place TEXT NOT NULL CHECK (place <> ''),
    state TEXT NOT NULL,
    concluded_on TEXT,
    reason TEXT NOT NULL DEFAULT ''                    -- what was changed, and why
) STRICT;

CREATE TABLE objection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    posting_id INTEGER NOT NULL REFERENCES posting(id),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    from_whom TEXT NOT NULL CHECK (from_whom <> ''),
    nomination_id INTEGER REFERENCES nomination(id),   -- neither: about the list as a whole
    initiative_id INTEGER REFERENCES initiative(id),
    content TEXT NOT NULL CHECK (content <> ''),
    answered_on TEXT CHECK (answered_on >= received_on),
    answer TEXT NOT NULL DEFAULT '',
    CHECK (nomination_id IS NULL OR initiative_id IS NULL),
    CHECK ((answered_on IS NULL) = (answer = ''))
) STRICT;
CREATE INDEX objection_posting ON objection(posting_id);
CREATE INDEX objection_nomination ON objection(nomination_id);
CREATE INDEX objection_initiative ON objection(initiative_id);
