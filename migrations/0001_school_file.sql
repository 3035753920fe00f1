-- The school file, version 1. Dates are ISO text, codes are ASCII, money (later) whole đồng; every table is STRICT.
-- Rows of what has been issued are frozen by triggers; the change record can only grow.

CREATE TABLE file_meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    app_version TEXT NOT NULL
) STRICT;

-- ---- the change record: audit, undo, refresh and history from one source -------------------------------------------------
CREATE TABLE change_op (
    id INTEGER PRIMARY KEY,
    op TEXT NOT NULL,
    target_op INTEGER REFERENCES change_op(id),      -- the operation that an undo or redo turns back
    user_name TEXT NOT NULL,
    at TEXT NOT NULL,                                 -- UTC
    label_args TEXT NOT NULL DEFAULT '[]',            -- JSON: the names the operation's sentence speaks of
    reason TEXT NOT NULL DEFAULT '',
    sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
    schema_version INTEGER NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    op_id INTEGER NOT NULL REFERENCES change_op(id),
    seq INTEGER NOT NULL,
    entity TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before_json TEXT,                                 -- NULL: the row was inserted, or its entity is sensitive
    after_json TEXT                                   -- NULL: the row was removed, or its entity is sensitive
) STRICT;
CREATE INDEX change_row_op ON change_row(op_id, seq);
CREATE INDEX change_row_entity ON change_row(entity, row_id);

CREATE TRIGGER change_op_no_update BEFORE UPDATE ON change_op BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_op_no_delete BEFORE DELETE ON change_op BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_row_no_update BEFORE UPDATE ON change_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER change_row_no_delete BEFORE DELETE ON change_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- ---- the school and its time ----------------------------------------------------------------------------------------------
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL CHECK (full_name <> ''),
    name_sort TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('female', 'male')),
    birth TEXT CHECK (birth GLOB '[12][0-9][0-9][0-9]' OR birth GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    employed_from TEXT CHECK (employed_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    left_on TEXT CHECK (left_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    contract TEXT CHECK (contract IN ('permanent', 'fixed_term', 'labour')),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_sort ON person(name_sort);

CREATE TABLE school (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    row_version INTEGER NOT NULL DEFAULT 1,
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
    signing TEXT NOT NULL DEFAULT 'head' CHECK (signing IN ('head', 'kt', 'tl', 'tuq'))
) STRICT;

CREATE TABLE school_year (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    start_year INTEGER NOT NULL UNIQUE CHECK (start_year BETWEEN 1950 AND 2200),
    first_day TEXT NOT NULL,
    term2_start TEXT NOT NULL,
    last_day TEXT NOT NULL,
    registration_deadline TEXT,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    reopen_reason TEXT
) STRICT;

CREATE TABLE collective (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    short_name TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    sort_order INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE staff_assignment (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    person_id INTEGER NOT NULL REFERENCES person(id),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    position TEXT NOT NULL CHECK (position IN ('principal', 'deputy_principal', 'team_leader', 'teacher', 'employee')),
    title TEXT NOT NULL DEFAULT '',
    team_id INTEGER REFERENCES collective(id),
    UNIQUE (person_id, school_year_id)
) STRICT;
CREATE INDEX staff_assignment_year ON staff_assignment(school_year_id);
CREATE INDEX staff_assignment_team ON staff_assignment(team_id);

-- ---- preparing: legal texts, observances, plans, campaigns ----------------------------------------------------------------
CREATE TABLE legal_text (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    number TEXT NOT NULL CHECK (number <> ''),
    issuer TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    subject TEXT NOT NULL DEFAULT '',
    in_force_to TEXT,
    replaced_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE observance (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL CHECK (name <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    kind TEXT NOT NULL CHECK (kind IN ('yearly', 'once')),
    base_year INTEGER,
    only_year INTEGER
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('year', 'period')),
    school_year_id INTEGER REFERENCES school_year(id),
    from_year INTEGER,
    to_year INTEGER,
    title TEXT NOT NULL CHECK (title <> ''),
    theme TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'replaced')),
    number INTEGER,
    suffix TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    signer_name TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'year') = (school_year_id IS NOT NULL)),
    CHECK ((kind = 'period') = (from_year IS NOT NULL AND to_year IS NOT NULL AND from_year <= to_year))
) STRICT;
CREATE INDEX plan_year ON plan(school_year_id);

CREATE TABLE plan_section (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    role TEXT NOT NULL,
    numbering TEXT NOT NULL DEFAULT '',
    heading TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_section_plan ON plan_section(plan_id, seq);

CREATE TABLE plan_basis (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    legal_text_id INTEGER REFERENCES legal_text(id),
    wording TEXT NOT NULL
) STRICT;
CREATE INDEX plan_basis_plan ON plan_basis(plan_id, seq);
CREATE INDEX plan_basis_text ON plan_basis(legal_text_id);

CREATE TABLE plan_recipient (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_recipient_plan ON plan_recipient(plan_id, seq);

CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    target_group TEXT NOT NULL CHECK (target_group IN ('collective', 'individual')),
    kind TEXT NOT NULL CHECK (kind IN ('count', 'ratio', 'yesno')),
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
CREATE INDEX target_plan ON target(plan_id, seq);

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    plan_id INTEGER REFERENCES plan(id),
    school_year_id INTEGER REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),
    theme TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('regular', 'thematic', 'round')),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL CHECK (to_date >= from_date),
    launched_by TEXT NOT NULL DEFAULT '',
    participants TEXT NOT NULL DEFAULT '',
    judged_how TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'launched', 'reviewed', 'closed')),
    launched_on TEXT,
    reviewed_on TEXT,
    closed_on TEXT,
    review_note TEXT NOT NULL DEFAULT '',
    close_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX campaign_year ON campaign(school_year_id);
CREATE INDEX campaign_plan ON campaign(plan_id);

CREATE TABLE campaign_item (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    campaign_id INTEGER NOT NULL REFERENCES campaign(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX campaign_item_campaign ON campaign_item(campaign_id, seq);

CREATE TABLE campaign_observance (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    campaign_id INTEGER NOT NULL REFERENCES campaign(id),
    observance_id INTEGER NOT NULL REFERENCES observance(id),
    UNIQUE (campaign_id, observance_id)
) STRICT;
CREATE INDEX campaign_observance_observance ON campaign_observance(observance_id);

-- ---- following the year ---------------------------------------------------------------------------------------------------
CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    number INTEGER NOT NULL,
    registered_on TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    late_reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'withdrawn')),
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    CHECK (late = 0 OR late_reason <> ''),
    UNIQUE (school_year_id, number)
) STRICT;
CREATE UNIQUE INDEX registration_person ON registration(school_year_id, person_id) WHERE person_id IS NOT NULL AND state = 'active';
CREATE UNIQUE INDEX registration_collective ON registration(school_year_id, collective_id) WHERE collective_id IS NOT NULL AND state = 'active';
CREATE INDEX registration_by_person ON registration(person_id);
CREATE INDEX registration_by_collective ON registration(collective_id);

CREATE TABLE registration_honour (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    registration_id INTEGER NOT NULL REFERENCES registration(id),
    honour TEXT NOT NULL,
    added_on TEXT NOT NULL,
    UNIQUE (registration_id, honour)
) STRICT;

CREATE TABLE registration_list (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    handed_in_on TEXT NOT NULL,
    handed_to TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX registration_list_year ON registration_list(school_year_id);

CREATE TABLE registration_list_line (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
CREATE INDEX registration_list_line_list ON registration_list_line(list_id, seq);
CREATE INDEX registration_list_line_person ON registration_list_line(person_id);
CREATE INDEX registration_list_line_collective ON registration_list_line(collective_id);

CREATE TRIGGER registration_list_frozen BEFORE UPDATE ON registration_list BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_kept BEFORE DELETE ON registration_list BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_line_frozen BEFORE UPDATE ON registration_list_line BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER registration_list_line_kept BEFORE DELETE ON registration_list_line BEGIN SELECT RAISE(ABORT, 'frozen'); END;

CREATE TABLE initiative (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    title TEXT NOT NULL CHECK (title <> ''),
    field TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT 'initiative' CHECK (type IN ('initiative', 'research')),
    state TEXT NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'recognised', 'rejected')),
    registered_on TEXT NOT NULL,
    recognised_at TEXT,
    scope TEXT,
    decision_number TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    decided_by TEXT NOT NULL DEFAULT '',
    used_for TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'recognised') = (recognised_at IS NOT NULL))
) STRICT;
CREATE INDEX initiative_year ON initiative(school_year_id);

CREATE TABLE initiative_author (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    initiative_id INTEGER NOT NULL REFERENCES initiative(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    share INTEGER NOT NULL DEFAULT 100 CHECK (share BETWEEN 1 AND 100),
    UNIQUE (initiative_id, person_id)
) STRICT;
CREATE INDEX initiative_author_person ON initiative_author(person_id);

CREATE TABLE year_record (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    evaluation TEXT CHECK (evaluation IN ('excellent', 'good', 'completed', 'not_completed')),
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
CREATE INDEX year_record_person ON year_record(person_id);
CREATE INDEX year_record_collective ON year_record(collective_id);

CREATE TABLE discipline_case (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    year_record_id INTEGER NOT NULL REFERENCES year_record(id),
    form TEXT NOT NULL CHECK (form IN ('reprimand', 'warning', 'pay_cut', 'demotion', 'dismissal_from_post', 'dismissal')),
    decided_on TEXT NOT NULL,
    decision_number TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX discipline_case_record ON discipline_case(year_record_id);

CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    year_record_id INTEGER NOT NULL REFERENCES year_record(id),
    days INTEGER NOT NULL CHECK (days > 0),
    reason TEXT NOT NULL CHECK (reason IN ('sick', 'maternity', 'unpaid', 'study', 'accident_saving_others', 'other')),
    from_date TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX absence_record ON absence(year_record_id);

-- ---- reviewing ------------------------------------------------------------------------------------------------------------
CREATE TABLE rule_pack (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    hash TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    added_on TEXT NOT NULL
) STRICT;

CREATE TABLE nomination (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    honour TEXT NOT NULL,
    ground TEXT NOT NULL DEFAULT 'annual_merit' CHECK (ground IN ('annual_merit', 'exceptional', 'movement', 'long_service')),
    registration_id INTEGER REFERENCES registration(id),
    applicable_on TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN
        ('proposed', 'passed', 'not_passed', 'submitted', 'conferred', 'refused', 'returned', 'withdrawn')),
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '',
    pack_hash TEXT NOT NULL DEFAULT '' ,
    override_reason TEXT NOT NULL DEFAULT '',
    CHECK ((person_id IS NULL) <> (collective_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX nomination_person ON nomination(school_year_id, honour, ground, person_id) WHERE person_id IS NOT NULL AND state <> 'withdrawn';
CREATE UNIQUE INDEX nomination_collective ON nomination(school_year_id, honour, ground, collective_id) WHERE collective_id IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX nomination_by_person ON nomination(person_id);
CREATE INDEX nomination_by_collective ON nomination(collective_id);
CREATE INDEX nomination_registration ON nomination(registration_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('establish_council', 'recognise_initiatives', 'other', 'external_award', 'external_initiatives')),
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
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'revoked')),
    council_id INTEGER REFERENCES council(id),
    submission_id INTEGER REFERENCES submission(id)
) STRICT;
CREATE INDEX decision_year ON decision(school_year_id);
CREATE INDEX decision_council ON decision(council_id);
CREATE INDEX decision_submission ON decision(submission_id);

CREATE TABLE decision_line (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
CREATE INDEX decision_line_decision ON decision_line(decision_id, seq);
CREATE INDEX decision_line_person ON decision_line(person_id);
CREATE INDEX decision_line_collective ON decision_line(collective_id);
CREATE INDEX decision_line_nomination ON decision_line(nomination_id);
CREATE INDEX decision_line_initiative ON decision_line(initiative_id);

CREATE TABLE council (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('emulation', 'initiative')),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'established')),
    decision_id INTEGER REFERENCES decision(id)
) STRICT;
CREATE INDEX council_year ON council(school_year_id);
CREATE INDEX council_decision ON council(decision_id);

CREATE TABLE council_member (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    council_id INTEGER NOT NULL REFERENCES council(id),
    seq INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person(id),
    role TEXT NOT NULL CHECK (role IN ('chair', 'vice_chair', 'secretary', 'member')),
    duty TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (council_id, person_id)
) STRICT;
CREATE INDEX council_member_person ON council_member(person_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'closed'))
) STRICT;
CREATE INDEX meeting_year ON meeting(school_year_id);
CREATE INDEX meeting_council ON meeting(council_id);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    member_id INTEGER NOT NULL REFERENCES council_member(id),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (meeting_id, member_id)
) STRICT;
CREATE INDEX attendance_member ON attendance(member_id);

CREATE TABLE tally (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
CREATE INDEX tally_nomination ON tally(nomination_id);

-- ---- awarding -------------------------------------------------------------------------------------------------------------
CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'answered'))
) STRICT;
CREATE INDEX submission_year ON submission(school_year_id);
CREATE INDEX submission_meeting ON submission(meeting_id);

CREATE TABLE submission_line (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
    outcome TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'conferred', 'refused', 'returned')),
    outcome_reason TEXT NOT NULL DEFAULT '',
    decision_id INTEGER REFERENCES decision(id)
) STRICT;
CREATE INDEX submission_line_submission ON submission_line(submission_id, seq);
CREATE INDEX submission_line_nomination ON submission_line(nomination_id);
CREATE INDEX submission_line_person ON submission_line(person_id);
CREATE INDEX submission_line_collective ON submission_line(collective_id);
CREATE INDEX submission_line_decision ON submission_line(decision_id);

CREATE TABLE honour_record (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL DEFAULT 1,
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
CREATE UNIQUE INDEX honour_record_person ON honour_record(person_id, honour, ground, start_year)
    WHERE person_id IS NOT NULL AND ground = 'annual_merit';
CREATE UNIQUE INDEX honour_record_collective ON honour_record(collective_id, honour, ground, start_year)
    WHERE collective_id IS NOT NULL AND ground = 'annual_merit';
CREATE INDEX honour_record_by_person ON honour_record(person_id);
CREATE INDEX honour_record_by_collective ON honour_record(collective_id);
CREATE INDEX honour_record_decision ON honour_record(decision_id);

-- ---- what has been issued stays as it was signed ---------------------------------------------------------------------------
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
-- A target's own words are part of the issued plan; what has been reached goes on being recorded.
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

-- Numbers are unique per calendar year and symbol, over all kinds of the school's own papers.
CREATE UNIQUE INDEX plan_number ON plan(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX decision_number ON decision(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX submission_number ON submission(symbol, substr(issued_on, 1, 4), number, suffix) WHERE number IS NOT NULL;
