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
