-- A paper that was issued with a fault is put right by another paper, a campaign's paper has a number like every other, and the head of the
-- school gives by a decision what the office may give.

ALTER TABLE campaign ADD COLUMN number INTEGER;
ALTER TABLE campaign ADD COLUMN suffix TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN symbol TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN issued_on TEXT;
ALTER TABLE campaign ADD COLUMN signer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN signer_title TEXT NOT NULL DEFAULT '';

-- Which paper of the same kind it takes the place of.
ALTER TABLE plan ADD COLUMN replaces_id INTEGER REFERENCES plan(id);
ALTER TABLE campaign ADD COLUMN replaces_id INTEGER REFERENCES campaign(id);
ALTER TABLE decision ADD COLUMN replaces_id INTEGER REFERENCES decision(id);
ALTER TABLE submission ADD COLUMN replaces_id INTEGER REFERENCES submission(id);
CREATE INDEX plan_replaces ON plan(replaces_id);
CREATE INDEX campaign_replaces ON campaign(replaces_id);
CREATE INDEX decision_replaces ON decision(replaces_id);
CREATE INDEX submission_replaces ON submission(replaces_id);

ALTER TABLE decision ADD COLUMN meeting_id INTEGER REFERENCES meeting(id);      -- whose votes a conferral rests on
CREATE INDEX decision_meeting ON decision(meeting_id);
ALTER TABLE submission ADD COLUMN enclosures TEXT NOT NULL DEFAULT '';          -- lines of Hồ sơ kèm theo; empty for the usual ones

ALTER TABLE honour_record ADD COLUMN revoked_on TEXT;                           -- it counts for nothing from then on
ALTER TABLE honour_record ADD COLUMN revoked_by TEXT NOT NULL DEFAULT '';

-- Đính chính, thu hồi: a paper about another one. It is there only as issued.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind TEXT NOT NULL,
    school_year_id INTEGER REFERENCES school_year(id),  -- of the other paper; none when that spans years
    paper TEXT NOT NULL,                                -- code of the other paper's kind …
    row_id INTEGER NOT NULL,                            -- … and its row
    title TEXT NOT NULL CHECK (title <> ''),
    content TEXT NOT NULL DEFAULT '',
    bases TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT NOT NULL,
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX correction_year ON correction(school_year_id);
CREATE INDEX correction_paper ON correction(paper, row_id);

DROP VIEW issued_number;
CREATE VIEW issued_number AS
SELECT 'plan' AS paper, id, symbol, substr(issued_on, 1, 4) AS year, number, suffix, issued_on, title FROM plan WHERE number IS NOT NULL
UNION ALL SELECT 'campaign', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, name FROM campaign WHERE number IS NOT NULL
UNION ALL SELECT 'decision', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM decision WHERE number IS NOT NULL
UNION ALL SELECT 'submission', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM submission WHERE number IS NOT NULL
UNION ALL SELECT 'minutes', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM meeting WHERE number IS NOT NULL
UNION ALL SELECT 'correction', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM correction;

CREATE TRIGGER campaign_number_insert BEFORE INSERT ON campaign WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'campaign' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER campaign_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON campaign WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'campaign' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER correction_number_insert BEFORE INSERT ON correction WHEN EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'correction' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
