-- Files that prove something, the parts of a nomination's dossier, the opinions that belong to it, the summary of achievements; why a
-- nomination was sent back or withdrawn, and of which one it is the lower title.

CREATE TABLE attachment_content (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    hash TEXT NOT NULL UNIQUE,                         -- SHA-256 of the bytes
    content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    nomination_id INTEGER REFERENCES nomination(id),   -- whose it is: one of the four
    initiative_id INTEGER REFERENCES initiative(id),
    activity_id INTEGER REFERENCES activity(id),
    legal_text_id INTEGER REFERENCES legal_text(id),
    part TEXT NOT NULL DEFAULT '',                     -- which part of the dossier it is, by the rules' id; empty: none of them
    name TEXT NOT NULL CHECK (name <> ''),
    size INTEGER NOT NULL CHECK (size > 0),
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    added_on TEXT NOT NULL CHECK (added_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    content_id INTEGER NOT NULL REFERENCES attachment_content(id),
    CHECK ((nomination_id IS NOT NULL) + (initiative_id IS NOT NULL) + (activity_id IS NOT NULL) + (legal_text_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_nomination ON attachment(nomination_id) WHERE nomination_id IS NOT NULL;
CREATE INDEX attachment_initiative ON attachment(initiative_id) WHERE initiative_id IS NOT NULL;
CREATE INDEX attachment_activity ON attachment(activity_id) WHERE activity_id IS NOT NULL;
CREATE INDEX attachment_legal_text ON attachment(legal_text_id) WHERE legal_text_id IS NOT NULL;
CREATE INDEX attachment_bytes ON attachment(content_id);

CREATE TABLE dossier_receipt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    nomination_id INTEGER NOT NULL REFERENCES nomination(id),
    part TEXT NOT NULL CHECK (part <> ''),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    UNIQUE (nomination_id, part)
) STRICT;

CREATE TABLE opinion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    nomination_id INTEGER NOT NULL REFERENCES nomination(id),
    body TEXT NOT NULL,                                -- whose: team, union, party
    stance TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    given_on TEXT NOT NULL CHECK (given_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    signer TEXT NOT NULL CHECK (signer <> ''),
    UNIQUE (nomination_id, body)
) STRICT;

CREATE TABLE achievement_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    nomination_id INTEGER NOT NULL UNIQUE REFERENCES nomination(id),
    written_on TEXT NOT NULL CHECK (written_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    about TEXT NOT NULL DEFAULT '',                    -- who it is: I
    achievements TEXT NOT NULL CHECK (achievements <> ''), -- II
    honours TEXT NOT NULL DEFAULT ''                   -- III
) STRICT;

ALTER TABLE nomination ADD COLUMN state_on TEXT;                            -- sent back for correction, or withdrawn …
ALTER TABLE nomination ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';    -- … and why
ALTER TABLE nomination ADD COLUMN to_correct TEXT NOT NULL DEFAULT '';      -- codes of what alone is open until it is sent again
ALTER TABLE nomination ADD COLUMN lowered_from_id INTEGER REFERENCES nomination(id); -- the higher title that the council did not pass
CREATE INDEX nomination_lowered_from ON nomination(lowered_from_id);

ALTER TABLE school ADD COLUMN asks_team_opinion INTEGER NOT NULL DEFAULT 0 CHECK (asks_team_opinion IN (0, 1));
ALTER TABLE school ADD COLUMN asks_union_opinion INTEGER NOT NULL DEFAULT 0 CHECK (asks_union_opinion IN (0, 1));
ALTER TABLE school ADD COLUMN asks_party_opinion INTEGER NOT NULL DEFAULT 0 CHECK (asks_party_opinion IN (0, 1));
