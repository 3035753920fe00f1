-- A verdict is written once, an entity has an identity of its own, and lists of codes no longer stand in the tables.
--
-- Every table of entities is made anew (create, copy, drop, rename; foreign keys are off and checked at the end):
--   uid            who the row is, in this file and out of it, whatever its number; made by the file itself when nobody gives one
--   AUTOINCREMENT  the number of a removed row is never given again: with it a new row would take over the other's history
--   codes          no CHECK lists for codes that grow with the program; its code tables (TD_ENUM_CODES) are what guards them
-- Judgements and rule packs are addressed by the hash of what they say, which is their uid.
-- What only the program can convert (verdicts in rows and in the change record, contents to be packed) it does right after this script,
-- in the same transaction: storage/upgrade_judgements.cpp.

-- Triggers name tables that are about to go for a moment; all of them come back at the end.
DROP TRIGGER change_op_no_update;
DROP TRIGGER change_op_no_delete;
DROP TRIGGER change_row_no_update;
DROP TRIGGER change_row_no_delete;
DROP TRIGGER registration_list_frozen;
DROP TRIGGER registration_list_kept;
DROP TRIGGER registration_list_line_frozen;
DROP TRIGGER registration_list_line_kept;
DROP TRIGGER plan_frozen;
DROP TRIGGER plan_kept;
DROP TRIGGER plan_section_frozen;
DROP TRIGGER plan_section_kept;
DROP TRIGGER plan_section_none_added;
DROP TRIGGER plan_basis_frozen;
DROP TRIGGER plan_basis_kept;
DROP TRIGGER plan_basis_none_added;
DROP TRIGGER plan_recipient_frozen;
DROP TRIGGER plan_recipient_kept;
DROP TRIGGER plan_recipient_none_added;
DROP TRIGGER target_frozen;
DROP TRIGGER target_kept;
DROP TRIGGER target_none_added;
DROP TRIGGER decision_frozen;
DROP TRIGGER decision_kept;
DROP TRIGGER decision_line_frozen;
DROP TRIGGER decision_line_kept;
DROP TRIGGER council_member_frozen;
DROP TRIGGER council_member_kept;
DROP TRIGGER council_member_none_added;
DROP TRIGGER meeting_frozen;
DROP TRIGGER meeting_kept;
DROP TRIGGER attendance_frozen;
DROP TRIGGER attendance_kept;
DROP TRIGGER tally_frozen;
DROP TRIGGER tally_kept;
DROP TRIGGER submission_frozen;
DROP TRIGGER submission_kept;
DROP TRIGGER submission_line_frozen;
DROP TRIGGER submission_line_kept;

-- What nominations said of their verdicts, for the program's step, which drops it.
CREATE TABLE judged_before AS SELECT id, honour, verdict, facts, pack_hash FROM nomination;

-- The answer of the rules to one case, with the case and the rules' hash. Never changed, never removed: many rows may point at it, and undo
-- points back at it. The two texts (JSON) are packed by zlib; with a base, the base's text is the dictionary, since verdicts on one
-- honour say nearly the same.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    hash TEXT NOT NULL UNIQUE,                        -- SHA-256 of verdict, facts and pack_hash, a line feed between them
    pack_hash TEXT NOT NULL,                          -- of rule_pack
    honour TEXT NOT NULL,
    base_id INTEGER REFERENCES judgement(id),
    verdict BLOB NOT NULL,
    facts BLOB NOT NULL                               -- empty text for verdicts kept by version 1
) STRICT;
CREATE INDEX judgement_honour ON judgement(honour, pack_hash) WHERE base_id IS NULL;
CREATE INDEX judgement_base ON judgement(base_id) WHERE base_id IS NOT NULL;

-- What a conversion of the change record replaced: its head as it was, for whoever kept it, and as it became.
CREATE TABLE record_conversion (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL UNIQUE,                  -- of schema_migration
    operations INTEGER NOT NULL,
    old_head TEXT NOT NULL,                           -- hash of the newest operation before
    new_head TEXT NOT NULL                            -- and after
) STRICT;

CREATE TABLE person_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    full_name TEXT NOT NULL CHECK (full_name <> ''),
    name_sort TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('female', 'male')),
    birth TEXT CHECK (birth GLOB '[12][0-9][0-9][0-9]' OR birth GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    employed_from TEXT CHECK (employed_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    left_on TEXT CHECK (left_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    contract TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO person_new (id, row_version, uid, full_name, name_sort, name_fold, gender, birth, employed_from, left_on, contract, note)
SELECT id, row_version, uid, full_name, name_sort, name_fold, gender, birth, employed_from, left_on, contract, note FROM person;
DROP TABLE person;
ALTER TABLE person_new RENAME TO person;
CREATE INDEX person_sort ON person(name_sort);

CREATE TABLE school_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    name TEXT NOT NULL CHECK (name <> ''),
    level TEXT NOT NULL,
    superior_agency TEXT NOT NULL DEFAULT '',
    conferring_agency TEXT NOT NULL DEFAULT '',
    conferring_head TEXT NOT NULL DEFAULT '',
    document_symbol TEXT NOT NULL,
    place_name TEXT NOT NULL,
    difficult_area INTEGER NOT NULL DEFAULT 0 CHECK (difficult_area IN (0, 1)),
    head_id INTEGER REFERENCES person(id),
    signer_id INTEGER REFERENCES person(id),
    signing TEXT NOT NULL DEFAULT 'head'
) STRICT;
INSERT INTO school_new (id, row_version, name, level, superior_agency, conferring_agency, conferring_head, document_symbol, place_name,
    difficult_area, head_id, signer_id, signing)
SELECT id, row_version, name, level, superior_agency, conferring_agency, conferring_head, document_symbol, place_name,
    difficult_area, head_id, signer_id, signing FROM school;
DROP TABLE school;
ALTER TABLE school_new RENAME TO school;

CREATE TABLE school_year_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    start_year INTEGER NOT NULL UNIQUE CHECK (start_year BETWEEN 1950 AND 2200),
    first_day TEXT NOT NULL,
    term2_start TEXT NOT NULL,
    last_day TEXT NOT NULL,
    registration_deadline TEXT,
    state TEXT NOT NULL DEFAULT 'open',
    reopen_reason TEXT
) STRICT;
INSERT INTO school_year_new (id, row_version, start_year, first_day, term2_start, last_day, registration_deadline, state, reopen_reason)
SELECT id, row_version, start_year, first_day, term2_start, last_day, registration_deadline, state, reopen_reason FROM school_year;
DROP TABLE school_year;
ALTER TABLE school_year_new RENAME TO school_year;

CREATE TABLE collective_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    name TEXT NOT NULL CHECK (name <> ''),
    short_name TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    sort_order INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
INSERT INTO collective_new (id, row_version, uid, name, short_name, type, sort_order, active)
SELECT id, row_version, uid, name, short_name, type, sort_order, active FROM collective;
DROP TABLE collective;
ALTER TABLE collective_new RENAME TO collective;

CREATE TABLE staff_assignment_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    person_id INTEGER NOT NULL REFERENCES person(id),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    position TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    team_id INTEGER REFERENCES collective(id),
    UNIQUE (person_id, school_year_id)
) STRICT;
INSERT INTO staff_assignment_new (id, row_version, person_id, school_year_id, position, title, team_id)
SELECT id, row_version, person_id, school_year_id, position, title, team_id FROM staff_assignment;
DROP TABLE staff_assignment;
ALTER TABLE staff_assignment_new RENAME TO staff_assignment;
CREATE INDEX staff_assignment_year ON staff_assignment(school_year_id);
CREATE INDEX staff_assignment_team ON staff_assignment(team_id);

CREATE TABLE legal_text_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind TEXT NOT NULL,
    number TEXT NOT NULL CHECK (number <> ''),
    issuer TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    subject TEXT NOT NULL DEFAULT '',
    in_force_to TEXT,
    replaced_by TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO legal_text_new (id, row_version, kind, number, issuer, issued_on, subject, in_force_to, replaced_by)
SELECT id, row_version, kind, number, issuer, issued_on, subject, in_force_to, replaced_by FROM legal_text;
DROP TABLE legal_text;
ALTER TABLE legal_text_new RENAME TO legal_text;

CREATE TABLE observance_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    name TEXT NOT NULL CHECK (name <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    kind TEXT NOT NULL,
    base_year INTEGER,
    only_year INTEGER
) STRICT;
INSERT INTO observance_new (id, row_version, name, day, month, kind, base_year, only_year)
SELECT id, row_version, name, day, month, kind, base_year, only_year FROM observance;
DROP TABLE observance;
ALTER TABLE observance_new RENAME TO observance;

CREATE TABLE plan_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind TEXT NOT NULL,
    school_year_id INTEGER REFERENCES school_year(id),
    from_year INTEGER,
    to_year INTEGER,
    title TEXT NOT NULL CHECK (title <> ''),
    theme TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    number INTEGER,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    CHECK (kind <> 'year' OR school_year_id IS NOT NULL),
    CHECK (kind <> 'period' OR (from_year IS NOT NULL AND to_year IS NOT NULL AND from_year <= to_year))
) STRICT;
INSERT INTO plan_new (id, row_version, kind, school_year_id, from_year, to_year, title, theme, state, number, suffix, symbol, issued_on,
    signer_name, signer_title)
SELECT id, row_version, kind, school_year_id, from_year, to_year, title, theme, state, number, suffix, symbol, issued_on,
    signer_name, signer_title FROM plan;
DROP TABLE plan;
ALTER TABLE plan_new RENAME TO plan;
CREATE INDEX plan_year ON plan(school_year_id);
CREATE UNIQUE INDEX plan_number ON plan(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;

CREATE TABLE plan_section_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    role TEXT NOT NULL,
    numbering TEXT NOT NULL DEFAULT '',
    heading TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO plan_section_new (id, row_version, plan_id, seq, role, numbering, heading, body)
SELECT id, row_version, plan_id, seq, role, numbering, heading, body FROM plan_section;
DROP TABLE plan_section;
ALTER TABLE plan_section_new RENAME TO plan_section;
CREATE INDEX plan_section_plan ON plan_section(plan_id, seq);

CREATE TABLE plan_basis_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    legal_text_id INTEGER REFERENCES legal_text(id),
    wording TEXT NOT NULL
) STRICT;
INSERT INTO plan_basis_new (id, row_version, plan_id, seq, legal_text_id, wording)
SELECT id, row_version, plan_id, seq, legal_text_id, wording FROM plan_basis;
DROP TABLE plan_basis;
ALTER TABLE plan_basis_new RENAME TO plan_basis;
CREATE INDEX plan_basis_plan ON plan_basis(plan_id, seq);
CREATE INDEX plan_basis_text ON plan_basis(legal_text_id);

CREATE TABLE plan_recipient_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO plan_recipient_new (id, row_version, plan_id, seq, text, purpose)
SELECT id, row_version, plan_id, seq, text, purpose FROM plan_recipient;
DROP TABLE plan_recipient;
ALTER TABLE plan_recipient_new RENAME TO plan_recipient;
CREATE INDEX plan_recipient_plan ON plan_recipient(plan_id, seq);

CREATE TABLE target_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    target_group TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    value INTEGER,
    denominator INTEGER CHECK (denominator IS NULL OR denominator > 0),
    denominator_text TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    metric TEXT NOT NULL DEFAULT '',
    actual INTEGER,
    actual_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO target_new (id, row_version, plan_id, seq, target_group, kind, text, value, denominator, denominator_text, unit, source, metric,
    actual, actual_on, note)
SELECT id, row_version, plan_id, seq, target_group, kind, text, value, denominator, denominator_text, unit, source, metric,
    actual, actual_on, note FROM target;
DROP TABLE target;
ALTER TABLE target_new RENAME TO target;
CREATE INDEX target_plan ON target(plan_id, seq);

CREATE TABLE campaign_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER REFERENCES plan(id),
    school_year_id INTEGER REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),
    theme TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL CHECK (to_date >= from_date),
    launched_by TEXT NOT NULL DEFAULT '',
    participants TEXT NOT NULL DEFAULT '',
    judged_how TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    launched_on TEXT,
    reviewed_on TEXT,
    closed_on TEXT,
    review_note TEXT NOT NULL DEFAULT '',
    close_note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO campaign_new (id, row_version, plan_id, school_year_id, name, theme, kind, from_date, to_date, launched_by, participants, judged_how,
    state, launched_on, reviewed_on, closed_on, review_note, close_note)
SELECT id, row_version, plan_id, school_year_id, name, theme, kind, from_date, to_date, launched_by, participants, judged_how,
    state, launched_on, reviewed_on, closed_on, review_note, close_note FROM campaign;
DROP TABLE campaign;
ALTER TABLE campaign_new RENAME TO campaign;
CREATE INDEX campaign_year ON campaign(school_year_id);
CREATE INDEX campaign_plan ON campaign(plan_id);

CREATE TABLE campaign_item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    campaign_id INTEGER NOT NULL REFERENCES campaign(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
INSERT INTO campaign_item_new (id, row_version, campaign_id, seq, text)
SELECT id, row_version, campaign_id, seq, text FROM campaign_item;
DROP TABLE campaign_item;
ALTER TABLE campaign_item_new RENAME TO campaign_item;
CREATE INDEX campaign_item_campaign ON campaign_item(campaign_id, seq);

CREATE TABLE campaign_observance_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    campaign_id INTEGER NOT NULL REFERENCES campaign(id),
    observance_id INTEGER NOT NULL REFERENCES observance(id),
    UNIQUE (campaign_id, observance_id)
) STRICT;
INSERT INTO campaign_observance_new (id, row_version, campaign_id, observance_id)
SELECT id, row_version, campaign_id, observance_id FROM campaign_observance;
DROP TABLE campaign_observance;
ALTER TABLE campaign_observance_new RENAME TO campaign_observance;
CREATE INDEX campaign_observance_observance ON campaign_observance(observance_id);

CREATE TABLE registration_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    number INTEGER NOT NULL,
    registered_on TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    late_reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'active',
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    CHECK (late = 0 OR late_reason <> ''),
    UNIQUE (school_year_id, number)
) STRICT;
INSERT INTO registration_new (id, row_version, school_year_id, person_id, collective_id, number, registered_on, late, late_reason, state,
    withdrawn_on, withdrawn_reason)
SELECT id, row_version, school_year_id, person_id, collective_id, number, registered_on, late, late_reason, state,
    withdrawn_on, withdrawn_reason FROM registration;
DROP TABLE registration;
ALTER TABLE registration_new RENAME TO registration;
CREATE UNIQUE INDEX registration_person ON registration(school_year_id, person_id) WHERE person_id IS NOT NULL AND state = 'active';
CREATE UNIQUE INDEX registration_collective ON registration(school_year_id, collective_id) WHERE collective_id IS NOT NULL AND state = 'active';
CREATE INDEX registration_by_person ON registration(person_id);
CREATE INDEX registration_by_collective ON registration(collective_id);

CREATE TABLE registration_honour_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    registration_id INTEGER NOT NULL REFERENCES registration(id),
    honour TEXT NOT NULL,
    added_on TEXT NOT NULL,
    UNIQUE (registration_id, honour)
) STRICT;
INSERT INTO registration_honour_new (id, row_version, registration_id, honour, added_on)
SELECT id, row_version, registration_id, honour, added_on FROM registration_honour;
DROP TABLE registration_honour;
ALTER TABLE registration_honour_new RENAME TO registration_honour;

CREATE TABLE registration_list_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    handed_in_on TEXT NOT NULL,
    handed_to TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO registration_list_new (id, row_version, school_year_id, handed_in_on, handed_to)
SELECT id, row_version, school_year_id, handed_in_on, handed_to FROM registration_list;
DROP TABLE registration_list;
ALTER TABLE registration_list_new RENAME TO registration_list;
CREATE INDEX registration_list_year ON registration_list(school_year_id);

CREATE TABLE registration_list_line_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    list_id INTEGER NOT NULL REFERENCES registration_list(id),
    seq INTEGER NOT NULL,
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    salutation TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    titles TEXT NOT NULL DEFAULT '',
    forms TEXT NOT NULL DEFAULT '',
    initiative TEXT NOT NULL DEFAULT '',
    late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1))
) STRICT;
INSERT INTO registration_list_line_new (id, row_version, list_id, seq, person_id, collective_id, salutation, name, post, titles, forms, initiative, late)
SELECT id, row_version, list_id, seq, person_id, collective_id, salutation, name, post, titles, forms, initiative, late FROM registration_list_line;
DROP TABLE registration_list_line;
ALTER TABLE registration_list_line_new RENAME TO registration_list_line;
CREATE INDEX registration_list_line_list ON registration_list_line(list_id, seq);
CREATE INDEX registration_list_line_person ON registration_list_line(person_id);
CREATE INDEX registration_list_line_collective ON registration_list_line(collective_id);

CREATE TABLE initiative_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    title TEXT NOT NULL CHECK (title <> ''),
    field TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT 'initiative',
    state TEXT NOT NULL DEFAULT 'registered',
    registered_on TEXT NOT NULL,
    recognised_at TEXT,
    scope TEXT,
    decision_number TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    decided_by TEXT NOT NULL DEFAULT '',
    used_for TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'recognised') = (recognised_at IS NOT NULL))
) STRICT;
INSERT INTO initiative_new (id, row_version, school_year_id, title, field, type, state, registered_on, recognised_at, scope, decision_number,
    decided_on, decided_by, used_for)
SELECT id, row_version, school_year_id, title, field, type, state, registered_on, recognised_at, scope, decision_number,
    decided_on, decided_by, used_for FROM initiative;
DROP TABLE initiative;
ALTER TABLE initiative_new RENAME TO initiative;
CREATE INDEX initiative_year ON initiative(school_year_id);

CREATE TABLE initiative_author_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    initiative_id INTEGER NOT NULL REFERENCES initiative(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    share INTEGER NOT NULL DEFAULT 100 CHECK (share BETWEEN 1 AND 100),
    used_for TEXT NOT NULL DEFAULT '',
    used_by INTEGER REFERENCES nomination(id),
    UNIQUE (initiative_id, person_id)
) STRICT;
INSERT INTO initiative_author_new (id, row_version, initiative_id, person_id, share, used_for, used_by)
SELECT id, row_version, initiative_id, person_id, share, used_for, used_by FROM initiative_author;
DROP TABLE initiative_author;
ALTER TABLE initiative_author_new RENAME TO initiative_author;
CREATE INDEX initiative_author_person ON initiative_author(person_id);
CREATE INDEX initiative_author_used_by ON initiative_author(used_by);

CREATE TABLE year_record_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    evaluation TEXT,
    evaluated_on TEXT,
    evaluation_source TEXT NOT NULL DEFAULT '',
    months_worked INTEGER CHECK (months_worked BETWEEN 0 AND 12),
    no_discipline_confirmed_on TEXT,
    no_absence_confirmed_on TEXT,
    under_investigation TEXT NOT NULL DEFAULT 'unknown' CHECK (under_investigation IN ('unknown', 'no', 'yes')),
    training_months INTEGER CHECK (training_months >= 0),
    training_result TEXT,
    unity TEXT NOT NULL DEFAULT 'unknown' CHECK (unity IN ('unknown', 'no', 'yes')),
    law_compliance TEXT NOT NULL DEFAULT 'unknown' CHECK (law_compliance IN ('unknown', 'no', 'yes')),
    note TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    UNIQUE (school_year_id, person_id),
    UNIQUE (school_year_id, collective_id)
) STRICT;
INSERT INTO year_record_new (id, row_version, school_year_id, person_id, collective_id, evaluation, evaluated_on, evaluation_source, months_worked,
    no_discipline_confirmed_on, no_absence_confirmed_on, under_investigation, training_months, training_result, unity,
    law_compliance, note)
SELECT id, row_version, school_year_id, person_id, collective_id, evaluation, evaluated_on, evaluation_source, months_worked,
    no_discipline_confirmed_on, no_absence_confirmed_on, under_investigation, training_months, training_result, unity,
    law_compliance, note FROM year_record;
DROP TABLE year_record;
ALTER TABLE year_record_new RENAME TO year_record;
CREATE INDEX year_record_person ON year_record(person_id);
CREATE INDEX year_record_collective ON year_record(collective_id);

CREATE TABLE discipline_case_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    year_record_id INTEGER NOT NULL REFERENCES year_record(id),
    form TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    decision_number TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO discipline_case_new (id, row_version, year_record_id, form, decided_on, decision_number)
SELECT id, row_version, year_record_id, form, decided_on, decision_number FROM discipline_case;
DROP TABLE discipline_case;
ALTER TABLE discipline_case_new RENAME TO discipline_case;
CREATE INDEX discipline_case_record ON discipline_case(year_record_id);

CREATE TABLE absence_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    year_record_id INTEGER NOT NULL REFERENCES year_record(id),
    days INTEGER NOT NULL CHECK (days > 0),
    reason TEXT NOT NULL,
    from_date TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO absence_new (id, row_version, year_record_id, days, reason, from_date, note)
SELECT id, row_version, year_record_id, days, reason, from_date, note FROM absence;
DROP TABLE absence;
ALTER TABLE absence_new RENAME TO absence;
CREATE INDEX absence_record ON absence(year_record_id);

CREATE TABLE rule_pack_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    hash TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL,
    added_on TEXT NOT NULL
) STRICT;
INSERT INTO rule_pack_new (id, row_version, hash, content, added_on)
SELECT id, row_version, hash, CAST(content AS BLOB), added_on FROM rule_pack;
DROP TABLE rule_pack;
ALTER TABLE rule_pack_new RENAME TO rule_pack;

CREATE TABLE nomination_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    honour TEXT NOT NULL,
    ground TEXT NOT NULL DEFAULT 'annual_merit',
    registration_id INTEGER REFERENCES registration(id),
    applicable_on TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'proposed',
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    judgement_id INTEGER REFERENCES judgement(id),   -- the newest; none before it was ever judged
    verdict TEXT,                                    -- what it says: eligible, ineligible, undetermined
    override_reason TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL))
) STRICT;
INSERT INTO nomination_new (id, row_version, school_year_id, person_id, collective_id, honour, ground, registration_id, applicable_on, state, name,
    post, unit, override_reason)
SELECT id, row_version, school_year_id, person_id, collective_id, honour, ground, registration_id, applicable_on, state, name,
    post, unit, override_reason FROM nomination;
DROP TABLE nomination;
ALTER TABLE nomination_new RENAME TO nomination;
CREATE UNIQUE INDEX nomination_person ON nomination(school_year_id, honour, ground, person_id) WHERE person_id IS NOT NULL AND state <> 'withdrawn';
CREATE UNIQUE INDEX nomination_collective ON nomination(school_year_id, honour, ground, collective_id) WHERE collective_id IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX nomination_by_person ON nomination(person_id);
CREATE INDEX nomination_by_collective ON nomination(collective_id);
CREATE INDEX nomination_registration ON nomination(registration_id);
CREATE INDEX nomination_judgement ON nomination(judgement_id) WHERE judgement_id IS NOT NULL;

CREATE TABLE decision_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind TEXT NOT NULL,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    title TEXT NOT NULL CHECK (title <> ''),
    number INTEGER,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    outside_number TEXT NOT NULL DEFAULT '',
    issuer TEXT NOT NULL DEFAULT '',
    bases TEXT NOT NULL DEFAULT '',
    proposer TEXT NOT NULL DEFAULT '',
    articles TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    council_id INTEGER REFERENCES council(id),
    submission_id INTEGER REFERENCES submission(id)
) STRICT;
INSERT INTO decision_new (id, row_version, kind, school_year_id, title, number, suffix, symbol, issued_on, outside_number, issuer, bases,
    proposer, articles, recipients, signer_name, signer_title, state, council_id, submission_id)
SELECT id, row_version, kind, school_year_id, title, number, suffix, symbol, issued_on, outside_number, issuer, bases,
    proposer, articles, recipients, signer_name, signer_title, state, council_id, submission_id FROM decision;
DROP TABLE decision;
ALTER TABLE decision_new RENAME TO decision;
CREATE INDEX decision_year ON decision(school_year_id);
CREATE INDEX decision_council ON decision(council_id);
CREATE INDEX decision_submission ON decision(submission_id);
CREATE UNIQUE INDEX decision_number ON decision(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;

CREATE TABLE decision_line_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    decision_id INTEGER NOT NULL REFERENCES decision(id),
    seq INTEGER NOT NULL,
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    honour TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    nomination_id INTEGER REFERENCES nomination(id),
    initiative_id INTEGER REFERENCES initiative(id)
) STRICT;
INSERT INTO decision_line_new (id, row_version, decision_id, seq, person_id, collective_id, name, post, honour, text, nomination_id, initiative_id)
SELECT id, row_version, decision_id, seq, person_id, collective_id, name, post, honour, text, nomination_id, initiative_id FROM decision_line;
DROP TABLE decision_line;
ALTER TABLE decision_line_new RENAME TO decision_line;
CREATE INDEX decision_line_decision ON decision_line(decision_id, seq);
CREATE INDEX decision_line_person ON decision_line(person_id);
CREATE INDEX decision_line_collective ON decision_line(collective_id);
CREATE INDEX decision_line_nomination ON decision_line(nomination_id);
CREATE INDEX decision_line_initiative ON decision_line(initiative_id);

CREATE TABLE council_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind TEXT NOT NULL,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),
    state TEXT NOT NULL DEFAULT 'draft',
    decision_id INTEGER REFERENCES decision(id)
) STRICT;
INSERT INTO council_new (id, row_version, kind, school_year_id, name, state, decision_id)
SELECT id, row_version, kind, school_year_id, name, state, decision_id FROM council;
DROP TABLE council;
ALTER TABLE council_new RENAME TO council;
CREATE INDEX council_year ON council(school_year_id);
CREATE INDEX council_decision ON council(decision_id);

CREATE TABLE council_member_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    council_id INTEGER NOT NULL REFERENCES council(id),
    seq INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person(id),
    role TEXT NOT NULL,
    duty TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (council_id, person_id)
) STRICT;
INSERT INTO council_member_new (id, row_version, council_id, seq, person_id, role, duty, title)
SELECT id, row_version, council_id, seq, person_id, role, duty, title FROM council_member;
DROP TABLE council_member;
ALTER TABLE council_member_new RENAME TO council_member;
CREATE INDEX council_member_person ON council_member(person_id);

CREATE TABLE meeting_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    council_id INTEGER NOT NULL REFERENCES council(id),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts TEXT NOT NULL DEFAULT '',
    ends TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    agenda TEXT NOT NULL DEFAULT '',
    discussion TEXT NOT NULL DEFAULT '',
    conclusions TEXT NOT NULL DEFAULT '',
    number INTEGER,
    symbol TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft'
) STRICT;
INSERT INTO meeting_new (id, row_version, council_id, school_year_id, title, held_on, starts, ends, place, agenda, discussion, conclusions,
    number, symbol, state)
SELECT id, row_version, council_id, school_year_id, title, held_on, starts, ends, place, agenda, discussion, conclusions,
    number, symbol, state FROM meeting;
DROP TABLE meeting;
ALTER TABLE meeting_new RENAME TO meeting;
CREATE INDEX meeting_year ON meeting(school_year_id);
CREATE INDEX meeting_council ON meeting(council_id);

CREATE TABLE attendance_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    member_id INTEGER NOT NULL REFERENCES council_member(id),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (meeting_id, member_id)
) STRICT;
INSERT INTO attendance_new (id, row_version, meeting_id, member_id, present, reason)
SELECT id, row_version, meeting_id, member_id, present, reason FROM attendance;
DROP TABLE attendance;
ALTER TABLE attendance_new RENAME TO attendance;
CREATE INDEX attendance_member ON attendance(member_id);

CREATE TABLE tally_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    nomination_id INTEGER NOT NULL REFERENCES nomination(id),
    issued INTEGER NOT NULL CHECK (issued >= 0),
    collected INTEGER NOT NULL CHECK (collected BETWEEN 0 AND issued),
    valid INTEGER NOT NULL CHECK (valid >= 0),
    invalid INTEGER NOT NULL CHECK (invalid >= 0),
    in_favour INTEGER NOT NULL CHECK (in_favour BETWEEN 0 AND valid),
    passed INTEGER CHECK (passed IN (0, 1)),
    threshold_text TEXT NOT NULL DEFAULT '',
    CHECK (valid + invalid = collected),
    UNIQUE (meeting_id, nomination_id)
) STRICT;
INSERT INTO tally_new (id, row_version, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour, passed, threshold_text)
SELECT id, row_version, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour, passed, threshold_text FROM tally;
DROP TABLE tally;
ALTER TABLE tally_new RENAME TO tally;
CREATE INDEX tally_nomination ON tally(nomination_id);

CREATE TABLE submission_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    meeting_id INTEGER REFERENCES meeting(id),
    title TEXT NOT NULL CHECK (title <> ''),
    number INTEGER,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    addressees TEXT NOT NULL DEFAULT '',
    bases TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft'
) STRICT;
INSERT INTO submission_new (id, row_version, school_year_id, meeting_id, title, number, suffix, symbol, issued_on, addressees, bases, body,
    recipients, signer_name, signer_title, state)
SELECT id, row_version, school_year_id, meeting_id, title, number, suffix, symbol, issued_on, addressees, bases, body,
    recipients, signer_name, signer_title, state FROM submission;
DROP TABLE submission;
ALTER TABLE submission_new RENAME TO submission;
CREATE INDEX submission_year ON submission(school_year_id);
CREATE INDEX submission_meeting ON submission(meeting_id);
CREATE UNIQUE INDEX submission_number ON submission(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;

CREATE TABLE submission_line_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    submission_id INTEGER NOT NULL REFERENCES submission(id),
    seq INTEGER NOT NULL,
    nomination_id INTEGER NOT NULL REFERENCES nomination(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    honour TEXT NOT NULL,
    votes TEXT NOT NULL DEFAULT '',
    percent TEXT NOT NULL DEFAULT '',
    achievement TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT 'waiting',
    outcome_reason TEXT NOT NULL DEFAULT '',
    decision_id INTEGER REFERENCES decision(id)
) STRICT;
INSERT INTO submission_line_new (id, row_version, submission_id, seq, nomination_id, person_id, collective_id, name, post, honour, votes, percent,
    achievement, outcome, outcome_reason, decision_id)
SELECT id, row_version, submission_id, seq, nomination_id, person_id, collective_id, name, post, honour, votes, percent,
    achievement, outcome, outcome_reason, decision_id FROM submission_line;
DROP TABLE submission_line;
ALTER TABLE submission_line_new RENAME TO submission_line;
CREATE INDEX submission_line_submission ON submission_line(submission_id, seq);
CREATE INDEX submission_line_nomination ON submission_line(nomination_id);
CREATE INDEX submission_line_person ON submission_line(person_id);
CREATE INDEX submission_line_collective ON submission_line(collective_id);
CREATE INDEX submission_line_decision ON submission_line(decision_id);

CREATE TABLE honour_record_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    honour TEXT NOT NULL,
    ground TEXT NOT NULL DEFAULT 'annual_merit',
    start_year INTEGER NOT NULL,
    decision_number TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    issuer TEXT NOT NULL DEFAULT '',
    decision_id INTEGER REFERENCES decision(id),
    note TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL))
) STRICT;
INSERT INTO honour_record_new (id, row_version, person_id, collective_id, honour, ground, start_year, decision_number, decided_on, issuer, decision_id,
    note)
SELECT id, row_version, person_id, collective_id, honour, ground, start_year, decision_number, decided_on, issuer, decision_id,
    note FROM honour_record;
DROP TABLE honour_record;
ALTER TABLE honour_record_new RENAME TO honour_record;
CREATE UNIQUE INDEX honour_record_person ON honour_record(person_id, honour, ground, start_year)
    WHERE person_id IS NOT NULL AND ground = 'annual_merit';
CREATE UNIQUE INDEX honour_record_collective ON honour_record(collective_id, honour, ground, start_year)
    WHERE collective_id IS NOT NULL AND ground = 'annual_merit';
CREATE INDEX honour_record_by_person ON honour_record(person_id);
CREATE INDEX honour_record_by_collective ON honour_record(collective_id);
CREATE INDEX honour_record_decision ON honour_record(decision_id);

CREATE TABLE regulation_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    layer TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL CHECK (target <> ''),       -- a parameter, a kind of condition, or a rule set
    value TEXT NOT NULL CHECK (value <> ''),         -- JSON: the value, or the condition's figures with its honours
    from_date TEXT NOT NULL CHECK (from_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_date TEXT CHECK (to_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND to_date >= from_date),
    cite TEXT NOT NULL CHECK (cite <> ''),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
INSERT INTO regulation_new (id, row_version, layer, kind, target, value, from_date, to_date, cite, reason)
SELECT id, row_version, layer, kind, target, value, from_date, to_date, cite, reason FROM regulation;
DROP TABLE regulation;
ALTER TABLE regulation_new RENAME TO regulation;
CREATE INDEX regulation_target ON regulation(kind, target);

CREATE TABLE rule_pack_use_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    pack_hash TEXT NOT NULL,                         -- of rule_pack
    title TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL CHECK (reason <> ''),
    used_from TEXT NOT NULL CHECK (used_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
INSERT INTO rule_pack_use_new (id, row_version, pack_hash, title, author, reason, used_from)
SELECT id, row_version, pack_hash, title, author, reason, used_from FROM rule_pack_use;
DROP TABLE rule_pack_use;
ALTER TABLE rule_pack_use_new RENAME TO rule_pack_use;

-- Numbers that the change record knows of are used too.
INSERT INTO sqlite_sequence (name, seq)
SELECT DISTINCT entity, 0 FROM change_row WHERE entity NOT IN (SELECT name FROM sqlite_sequence)
    AND entity IN (SELECT name FROM sqlite_schema WHERE type = 'table');
UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT max(row_id) FROM change_row WHERE entity = name), 0));

-- ---- the triggers again, word for word ------------------------------------------------------------------------------------
CREATE TRIGGER change_op_no_update BEFORE UPDATE ON change_op BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_op_no_delete BEFORE DELETE ON change_op BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_row_no_update BEFORE UPDATE ON change_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_row_no_delete BEFORE DELETE ON change_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER registration_list_frozen BEFORE UPDATE ON registration_list BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_kept BEFORE DELETE ON registration_list BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_line_frozen BEFORE UPDATE ON registration_list_line BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_line_kept BEFORE DELETE ON registration_list_line BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_frozen BEFORE UPDATE ON plan WHEN OLD.state <> 'draft' AND NOT (
    NEW.state = 'replaced' AND NEW.title = OLD.title AND NEW.theme = OLD.theme AND NEW.number IS OLD.number AND NEW.suffix = OLD.suffix
    AND NEW.symbol = OLD.symbol AND NEW.issued_on IS OLD.issued_on AND NEW.signer_name = OLD.signer_name AND NEW.signer_title = OLD.signer_title)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_kept BEFORE DELETE ON plan WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_section_frozen BEFORE UPDATE ON plan_section WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_section_kept BEFORE DELETE ON plan_section WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_section_none_added BEFORE INSERT ON plan_section WHEN (SELECT state FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_basis_frozen BEFORE UPDATE ON plan_basis WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_basis_kept BEFORE DELETE ON plan_basis WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_basis_none_added BEFORE INSERT ON plan_basis WHEN (SELECT state FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_recipient_frozen BEFORE UPDATE ON plan_recipient WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_recipient_kept BEFORE DELETE ON plan_recipient WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER plan_recipient_none_added BEFORE INSERT ON plan_recipient WHEN (SELECT state FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER target_frozen BEFORE UPDATE ON target WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft' AND NOT (
    NEW.plan_id = OLD.plan_id AND NEW.seq = OLD.seq AND NEW.target_group = OLD.target_group AND NEW.kind = OLD.kind AND NEW.text = OLD.text
    AND NEW.value IS OLD.value AND NEW.denominator IS OLD.denominator AND NEW.denominator_text = OLD.denominator_text AND NEW.unit = OLD.unit)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER target_kept BEFORE DELETE ON target WHEN (SELECT state FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER target_none_added BEFORE INSERT ON target WHEN (SELECT state FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER decision_frozen BEFORE UPDATE ON decision WHEN OLD.state <> 'draft' AND OLD.kind NOT IN ('external_award', 'external_initiatives') AND NOT (
    NEW.state = 'revoked' AND NEW.title = OLD.title AND NEW.number IS OLD.number AND NEW.articles = OLD.articles AND NEW.bases = OLD.bases
    AND NEW.issued_on IS OLD.issued_on AND NEW.signer_name = OLD.signer_name)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision WHEN OLD.state <> 'draft' AND OLD.kind NOT IN ('external_award', 'external_initiatives')
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER decision_line_frozen BEFORE UPDATE ON decision_line
WHEN (SELECT state <> 'draft' AND kind NOT IN ('external_award', 'external_initiatives') FROM decision WHERE id = OLD.decision_id)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER decision_line_kept BEFORE DELETE ON decision_line
WHEN (SELECT state <> 'draft' AND kind NOT IN ('external_award', 'external_initiatives') FROM decision WHERE id = OLD.decision_id)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER council_member_frozen BEFORE UPDATE ON council_member WHEN (SELECT state FROM council WHERE id = OLD.council_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER council_member_kept BEFORE DELETE ON council_member WHEN (SELECT state FROM council WHERE id = OLD.council_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER council_member_none_added BEFORE INSERT ON council_member WHEN (SELECT state FROM council WHERE id = NEW.council_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER meeting_frozen BEFORE UPDATE ON meeting WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER attendance_frozen BEFORE UPDATE ON attendance WHEN (SELECT state FROM meeting WHERE id = OLD.meeting_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER attendance_kept BEFORE DELETE ON attendance WHEN (SELECT state FROM meeting WHERE id = OLD.meeting_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER tally_frozen BEFORE UPDATE ON tally WHEN (SELECT state FROM meeting WHERE id = OLD.meeting_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER tally_kept BEFORE DELETE ON tally WHEN (SELECT state FROM meeting WHERE id = OLD.meeting_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER submission_frozen BEFORE UPDATE ON submission WHEN OLD.state <> 'draft' AND NOT (
    NEW.title = OLD.title AND NEW.number IS OLD.number AND NEW.body = OLD.body AND NEW.bases = OLD.bases AND NEW.addressees = OLD.addressees
    AND NEW.issued_on IS OLD.issued_on AND NEW.signer_name = OLD.signer_name)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER submission_kept BEFORE DELETE ON submission WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER submission_line_frozen BEFORE UPDATE ON submission_line
WHEN (SELECT state FROM submission WHERE id = OLD.submission_id) <> 'draft' AND NOT (
    NEW.name = OLD.name AND NEW.post = OLD.post AND NEW.honour = OLD.honour AND NEW.votes = OLD.votes AND NEW.achievement = OLD.achievement AND NEW.seq = OLD.seq)
BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER submission_line_kept BEFORE DELETE ON submission_line WHEN (SELECT state FROM submission WHERE id = OLD.submission_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen'); END;

CREATE TRIGGER judgement_frozen BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER rule_pack_frozen BEFORE UPDATE ON rule_pack BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER rule_pack_kept BEFORE DELETE ON rule_pack BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER record_conversion_no_update BEFORE UPDATE ON record_conversion BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER record_conversion_no_delete BEFORE DELETE ON record_conversion BEGIN SELECT RAISE(ABORT, 'append-only'); END;
