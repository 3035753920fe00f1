-- What nobody's row tells and a person has to say: years in the sector, leading the bloc, that a text's other standards are met …
-- Which facts may be stated, of whom and how long each holds stands in resources/rules/facts.json.
CREATE TABLE stated_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    fact TEXT NOT NULL CHECK (fact <> ''),
    honour TEXT NOT NULL DEFAULT '',                 -- of a fact that is told for one honour alone
    ground TEXT,                                     -- with the honour
    value TEXT NOT NULL CHECK (value <> ''),         -- JSON, of the fact's own type
    start_year INTEGER NOT NULL,                     -- from this school year on, or of this year alone
    stated_on TEXT NOT NULL CHECK (stated_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source TEXT NOT NULL CHECK (source <> ''),
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    CHECK ((honour = '') = (ground IS NULL))
) STRICT;
CREATE INDEX stated_fact_person ON stated_fact(person_id);
CREATE INDEX stated_fact_collective ON stated_fact(collective_id);
CREATE UNIQUE INDEX stated_fact_once ON stated_fact(coalesce(person_id, 0), coalesce(collective_id, 0), fact, honour, coalesce(ground, ''), start_year);
