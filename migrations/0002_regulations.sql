-- The layers below the law, the rule packs in use, the facts that a kept verdict rests on, and what each initiative has served.

-- Quy định của tỉnh, của xã, quy chế của trường: one dated entry each. Switched off by its last day.
CREATE TABLE regulation (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    layer TEXT NOT NULL CHECK (layer IN ('province', 'commune', 'school')),
    kind TEXT NOT NULL CHECK (kind IN ('value', 'condition', 'confirmation')),
    target TEXT NOT NULL CHECK (target <> ''),       -- a parameter, a kind of condition, or a rule set
    value TEXT NOT NULL CHECK (value <> ''),         -- JSON: the value, or the condition's figures with its honours
    from_date TEXT NOT NULL CHECK (from_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_date TEXT CHECK (to_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND to_date >= from_date),
    cite TEXT NOT NULL CHECK (cite <> ''),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX regulation_target ON regulation(kind, target);

-- Which pack the school works with: the newest row counts, and an empty hash goes back to the program's own rules.
CREATE TABLE rule_pack_use (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    pack_hash TEXT NOT NULL,                         -- of rule_pack
    title TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL CHECK (reason <> ''),
    used_from TEXT NOT NULL CHECK (used_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

-- The case as it was judged (JSON), kept with the verdict and the pack's hash. Empty for verdicts kept before this version.
ALTER TABLE nomination ADD COLUMN facts TEXT NOT NULL DEFAULT '';

-- An initiative serves each of its authors once: for which honour, and by which nomination when the program saw it.
ALTER TABLE initiative_author ADD COLUMN used_for TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative_author ADD COLUMN used_by INTEGER REFERENCES nomination(id);
CREATE INDEX initiative_author_used_by ON initiative_author(used_by);
