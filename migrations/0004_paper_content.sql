-- What issued papers said: the whole block document as it was signed, written once. Papers of older files are kept at the first opening
-- for writing, as they print on that day.
CREATE TABLE paper_content (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    hash TEXT NOT NULL UNIQUE,                        -- SHA-256 of paper, row_id and the document's text, a line feed between them
    paper TEXT NOT NULL,                              -- code of the kind of paper, as the command line names it
    row_id INTEGER NOT NULL,                          -- of the plan, decision, submission, meeting or handed-in list
    document BLOB NOT NULL,                           -- JSON (documents/document_json.h), a zlib stream
    UNIQUE (paper, row_id)
) STRICT;

-- Every number that the school has given, over all kinds of its own papers. A number of one symbol stands once in a calendar year; where
-- an older file holds one twice, both stay and the check says so.
CREATE VIEW issued_number AS
SELECT 'plan' AS paper, id, symbol, substr(issued_on, 1, 4) AS year, number, suffix FROM plan WHERE number IS NOT NULL
UNION ALL SELECT 'decision', id, symbol, substr(issued_on, 1, 4), number, suffix FROM decision WHERE number IS NOT NULL
UNION ALL SELECT 'submission', id, symbol, substr(issued_on, 1, 4), number, suffix FROM submission WHERE number IS NOT NULL
UNION ALL SELECT 'minutes', id, symbol, substr(held_on, 1, 4), number, '' FROM meeting WHERE number IS NOT NULL;

CREATE TRIGGER plan_number_insert BEFORE INSERT ON plan WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'plan' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER plan_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON plan WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'plan' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER decision_number_insert BEFORE INSERT ON decision WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'decision' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER decision_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON decision WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'decision' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER submission_number_insert BEFORE INSERT ON submission WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'submission' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER submission_number_update BEFORE UPDATE OF number, symbol, suffix, issued_on ON submission WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.issued_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = NEW.suffix AND NOT (n.paper = 'submission' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER meeting_number_insert BEFORE INSERT ON meeting WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.held_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = '' AND NOT (n.paper = 'minutes' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
CREATE TRIGGER meeting_number_update BEFORE UPDATE OF number, symbol, held_on ON meeting WHEN NEW.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM issued_number n WHERE n.symbol = NEW.symbol AND n.year = substr(NEW.held_on, 1, 4) AND n.number = NEW.number
    AND n.suffix = '' AND NOT (n.paper = 'minutes' AND n.id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'number-used'); END;
