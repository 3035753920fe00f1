-- Contests of the school's own: the call with its prizes, entries under a code, judges with their marks, and the activities that the results
-- became. Marks are whole hundredths. Rows below an entry name the contest as well: by it their school year is found.
CREATE TABLE contest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    campaign_id INTEGER REFERENCES campaign(id),
    kind_id INTEGER NOT NULL REFERENCES activity_kind(id),         -- what its results become
    name TEXT NOT NULL CHECK (name <> ''),
    theme TEXT NOT NULL DEFAULT '',
    participants TEXT NOT NULL DEFAULT '',
    rules TEXT NOT NULL DEFAULT '',
    tier TEXT NOT NULL,                                            -- school, commune … nation
    from_date TEXT NOT NULL CHECK (from_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    closes_on TEXT NOT NULL CHECK (closes_on >= from_date),        -- last day of entries
    judged_on TEXT NOT NULL CHECK (judged_on >= closes_on),
    max_mark INTEGER NOT NULL CHECK (max_mark > 0),                -- hundredths
    mark_step INTEGER NOT NULL CHECK (mark_step > 0),
    state TEXT NOT NULL,
    confirmed_on TEXT,                                             -- when the results were last written into the activities
    UNIQUE (school_year_id, name)
) STRICT;
CREATE INDEX contest_campaign ON contest(campaign_id);
CREATE INDEX contest_kind ON contest(kind_id);

CREATE TABLE contest_prize (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    seq INTEGER NOT NULL,                                          -- the highest first
    name TEXT NOT NULL CHECK (name <> ''),
    quantity INTEGER NOT NULL CHECK (quantity > 0)
) STRICT;
CREATE INDEX contest_prize_contest ON contest_prize(contest_id, seq);

CREATE TABLE contest_judge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    UNIQUE (contest_id, person_id)
) STRICT;
CREATE INDEX contest_judge_person ON contest_judge(person_id);

CREATE TABLE contest_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    code TEXT NOT NULL CHECK (code <> ''),                         -- all that the judges see of whose it is
    title TEXT NOT NULL CHECK (title <> ''),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    prize_id INTEGER REFERENCES contest_prize(id),
    story INTEGER NOT NULL DEFAULT 0,                              -- fit to be told as an exemplar's story
    UNIQUE (contest_id, code)
) STRICT;
CREATE INDEX contest_entry_prize ON contest_entry(prize_id);

CREATE TABLE contest_author (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    entry_id INTEGER NOT NULL REFERENCES contest_entry(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    UNIQUE (entry_id, person_id),
    UNIQUE (entry_id, collective_id)
) STRICT;
CREATE INDEX contest_author_contest ON contest_author(contest_id);
CREATE INDEX contest_author_person ON contest_author(person_id);
CREATE INDEX contest_author_collective ON contest_author(collective_id);

CREATE TABLE contest_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    entry_id INTEGER NOT NULL REFERENCES contest_entry(id),
    judge_id INTEGER NOT NULL REFERENCES contest_judge(id),
    mark INTEGER NOT NULL CHECK (mark >= 0),                       -- hundredths
    UNIQUE (entry_id, judge_id)
) STRICT;
CREATE INDEX contest_mark_contest ON contest_mark(contest_id);
CREATE INDEX contest_mark_judge ON contest_mark(judge_id);

CREATE TABLE contest_result (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    contest_id INTEGER NOT NULL REFERENCES contest(id),
    activity_id INTEGER NOT NULL UNIQUE REFERENCES activity(id)    -- written by the contest, and changed by it alone
) STRICT;
CREATE INDEX contest_result_contest ON contest_result(contest_id);
