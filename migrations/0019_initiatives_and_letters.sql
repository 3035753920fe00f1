-- What an initiative is meant for, its marks before the council, its way to the level above; letters of commendation; a list that changes
-- after an objection; what the members of a council follow and noted, and the council's working regulation.

ALTER TABLE initiative ADD COLUMN honour TEXT NOT NULL DEFAULT '';       -- the honour that it is meant for
ALTER TABLE initiative ADD COLUMN applied_on TEXT CHECK (applied_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE initiative ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN valid_until TEXT CHECK (valid_until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- where its recognition says so itself

CREATE TABLE initiative_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    initiative_id INTEGER NOT NULL REFERENCES initiative(id),
    member_id INTEGER REFERENCES council_member(id),   -- none: the council's one sheet
    novelty INTEGER NOT NULL CHECK (novelty >= 0),     -- in tenths of a point
    applicability INTEGER NOT NULL CHECK (applicability >= 0),
    benefit INTEGER NOT NULL CHECK (benefit >= 0),
    reach INTEGER NOT NULL CHECK (reach >= 0),
    given_grade TEXT,                                        -- where the school grades and gives no points
    remark TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX initiative_mark_sheet ON initiative_mark(meeting_id, initiative_id, coalesce(member_id, 0));
CREATE INDEX initiative_mark_initiative ON initiative_mark(initiative_id);
CREATE INDEX initiative_mark_member ON initiative_mark(member_id);

CREATE TABLE initiative_referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    initiative_id INTEGER NOT NULL REFERENCES initiative(id),
    to_level TEXT NOT NULL,
    passed_to TEXT NOT NULL CHECK (passed_to <> ''),
    sent_on TEXT NOT NULL CHECK (sent_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    state TEXT NOT NULL,
    answered_on TEXT CHECK (answered_on >= sent_on),
    answer TEXT NOT NULL DEFAULT '',                   -- why it was refused
    decision_id INTEGER REFERENCES decision(id)        -- by which it was recognised
) STRICT;
CREATE INDEX initiative_referral_initiative ON initiative_referral(initiative_id);
CREATE INDEX initiative_referral_decision ON initiative_referral(decision_id);

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),           -- neither: somebody from outside, by name alone
    collective_id INTEGER REFERENCES collective(id),
    name TEXT NOT NULL CHECK (name <> ''),
    post TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL CHECK (title <> ''),
    body TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    number INTEGER,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    CHECK (person_id IS NULL OR collective_id IS NULL)
) STRICT;
CREATE INDEX letter_year ON letter(school_year_id);
CREATE INDEX letter_person ON letter(person_id);
CREATE INDEX letter_collective ON letter(collective_id);

CREATE TABLE list_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    posting_id INTEGER NOT NULL REFERENCES posting(id),
    objection_id INTEGER REFERENCES objection(id),     -- that was upheld
    nomination_id INTEGER REFERENCES nomination(id),
    initiative_id INTEGER REFERENCES initiative(id),
    outcome TEXT NOT NULL,
    changed_on TEXT NOT NULL CHECK (changed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK ((nomination_id IS NULL) <> (initiative_id IS NULL))
) STRICT;
CREATE INDEX list_change_posting ON list_change(posting_id);
CREATE INDEX list_change_objection ON list_change(objection_id);
CREATE INDEX list_change_nomination ON list_change(nomination_id);
CREATE INDEX list_change_initiative ON list_change(initiative_id);

CREATE TABLE council_charge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    council_id INTEGER NOT NULL REFERENCES council(id),
    person_id INTEGER NOT NULL REFERENCES person(id),  -- the person and not the seat, which is written anew while the list is composed
    collective_id INTEGER REFERENCES collective(id),
    campaign_id INTEGER REFERENCES campaign(id),
    CHECK ((collective_id IS NULL) <> (campaign_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX council_charge_once ON council_charge(council_id, person_id, coalesce(collective_id, 0), coalesce(campaign_id, 0));
CREATE INDEX council_charge_person ON council_charge(person_id);
CREATE INDEX council_charge_collective ON council_charge(collective_id);
CREATE INDEX council_charge_campaign ON council_charge(campaign_id);

CREATE TABLE council_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    council_id INTEGER NOT NULL REFERENCES council(id),
    person_id INTEGER NOT NULL REFERENCES person(id),  -- who noted it
    collective_id INTEGER REFERENCES collective(id),
    campaign_id INTEGER REFERENCES campaign(id),
    noted_on TEXT NOT NULL CHECK (noted_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    note TEXT NOT NULL CHECK (note <> ''),
    CHECK (collective_id IS NULL OR campaign_id IS NULL)
) STRICT;
CREATE INDEX council_note_council ON council_note(council_id);
CREATE INDEX council_note_person ON council_note(person_id);
CREATE INDEX council_note_collective ON council_note(collective_id);
CREATE INDEX council_note_campaign ON council_note(campaign_id);

ALTER TABLE council ADD COLUMN working_rules TEXT NOT NULL DEFAULT '';   -- lines of the quy chế hoạt động
ALTER TABLE attendance ADD COLUMN opinion TEXT NOT NULL DEFAULT '';      -- of who is absent, in writing

DROP VIEW issued_number;
CREATE VIEW issued_number AS
SELECT 'plan' AS paper, id, symbol, substr(issued_on, 1, 4) AS year, number, suffix, issued_on, title FROM plan WHERE number IS NOT NULL
UNION ALL SELECT 'campaign', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, name FROM campaign WHERE number IS NOT NULL
UNION ALL SELECT 'decision', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM decision WHERE number IS NOT NULL
UNION ALL SELECT 'submission', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM submission WHERE number IS NOT NULL
UNION ALL SELECT 'minutes', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM meeting WHERE number IS NOT NULL
UNION ALL SELECT 'letter', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM letter WHERE number IS NOT NULL
UNION ALL SELECT 'correction', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM correction;

CREATE TRIGGER letter_number_insert BEFORE INSERT ON letter WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'letter' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER letter_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON letter WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'letter' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
