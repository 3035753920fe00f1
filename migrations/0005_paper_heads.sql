-- Minutes carry the same head as every other paper of the school, and a submission's votes are numbers.

-- A file that comes straight from an older version still has the first migrations' triggers here; those made from the table come at the end.
DROP TRIGGER IF EXISTS meeting_frozen;
DROP TRIGGER IF EXISTS submission_line_frozen;

ALTER TABLE meeting ADD COLUMN suffix TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN issued_on TEXT;            -- of the minutes: the day of the meeting
ALTER TABLE meeting ADD COLUMN signer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN signer_title TEXT NOT NULL DEFAULT '';

-- "8/9" is read here for the last time. The images of the change record are converted by the program right after this script, in the same
-- transaction (storage/upgrade_votes.cpp). The percentage follows from the two numbers.
ALTER TABLE submission_line ADD COLUMN in_favour INTEGER NOT NULL DEFAULT 0 CHECK (in_favour >= 0);
ALTER TABLE submission_line ADD COLUMN members INTEGER NOT NULL DEFAULT 0 CHECK (members >= 0);
UPDATE submission_line SET in_favour = CAST(substr(votes, 1, instr(votes, '/') - 1) AS INTEGER),
    members = CAST(substr(votes, instr(votes, '/') + 1) AS INTEGER) WHERE votes GLOB '[0-9]*/[0-9]*';
ALTER TABLE submission_line DROP COLUMN votes;
ALTER TABLE submission_line DROP COLUMN percent;

DROP TRIGGER meeting_number_insert;
DROP TRIGGER meeting_number_update;
UPDATE meeting SET issued_on = held_on WHERE number IS NOT NULL;

DROP VIEW issued_number;
CREATE VIEW issued_number AS
SELECT 'plan' AS paper, id, symbol, substr(issued_on, 1, 4) AS year, number, suffix, issued_on, title FROM plan WHERE number IS NOT NULL
UNION ALL SELECT 'decision', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM decision WHERE number IS NOT NULL
UNION ALL SELECT 'submission', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM submission WHERE number IS NOT NULL
UNION ALL SELECT 'minutes', id, symbol, substr(issued_on, 1, 4), number, suffix, issued_on, title FROM meeting WHERE number IS NOT NULL;

CREATE TRIGGER meeting_number_insert BEFORE INSERT ON meeting WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'minutes' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER meeting_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON meeting WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'minutes' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
