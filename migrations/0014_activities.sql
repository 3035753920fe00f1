-- What people and collectives do through the year, of kinds that are the school's own; the groups that ratios are counted against; what a
-- target is counted by and rests on; of a campaign its criteria, prizes and reports.
CREATE TABLE activity_kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),                  -- targets name it: activity:<code>
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    field TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    has_level INTEGER NOT NULL DEFAULT 0,
    has_result INTEGER NOT NULL DEFAULT 0,
    has_amount INTEGER NOT NULL DEFAULT 0,
    has_helped INTEGER NOT NULL DEFAULT 0,
    sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    kind_id INTEGER NOT NULL REFERENCES activity_kind(id),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    happened_on TEXT NOT NULL CHECK (happened_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    quantity INTEGER NOT NULL CHECK (quantity > 0),                -- in the kind's unit
    amount INTEGER CHECK (amount > 0),                             -- đồng
    tier TEXT,                                                     -- school, commune … nation
    result TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    helped_id INTEGER REFERENCES person(id),                       -- a colleague with less experience
    campaign_id INTEGER REFERENCES campaign(id),
    evidence TEXT NOT NULL DEFAULT '',
    confirmed_on TEXT,                                             -- NULL: reported, counts nowhere yet
    CHECK ((person_id IS NULL) <> (collective_id IS NULL)),
    CHECK (helped_id IS NULL OR helped_id <> coalesce(person_id, 0))
) STRICT;
CREATE INDEX activity_kind_of ON activity(kind_id);
CREATE INDEX activity_year ON activity(school_year_id, happened_on);
CREATE INDEX activity_person ON activity(person_id);
CREATE INDEX activity_collective ON activity(collective_id);
CREATE INDEX activity_helped ON activity(helped_id);
CREATE INDEX activity_campaign ON activity(campaign_id);

CREATE TABLE named_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),
    counted_on TEXT NOT NULL,
    basis TEXT NOT NULL,
    UNIQUE (school_year_id, name)
) STRICT;

CREATE TABLE named_group_member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    group_id INTEGER NOT NULL REFERENCES named_group(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    UNIQUE (group_id, person_id)
) STRICT;
CREATE INDEX named_group_member_person ON named_group_member(person_id);

ALTER TABLE target ADD COLUMN group_id INTEGER REFERENCES named_group(id);       -- whom its ratio is counted against
ALTER TABLE target ADD COLUMN campaign_id INTEGER REFERENCES campaign(id);       -- of a campaign within the plan
ALTER TABLE target ADD COLUMN collective_id INTEGER REFERENCES collective(id);   -- of a team or union; NULL: the school's
ALTER TABLE target ADD COLUMN legal_text_id INTEGER REFERENCES legal_text(id);   -- the text that set it …
ALTER TABLE target ADD COLUMN source_value INTEGER;                              -- … and the figure there
CREATE INDEX target_named_group ON target(group_id);
CREATE INDEX target_campaign ON target(campaign_id);
CREATE INDEX target_collective ON target(collective_id);
CREATE INDEX target_legal_text ON target(legal_text_id);

ALTER TABLE campaign ADD COLUMN criteria TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN prizes TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN answers_id INTEGER REFERENCES person(id);        -- who answers for it
ALTER TABLE campaign ADD COLUMN received_id INTEGER REFERENCES legal_text(id);   -- the text by which it came from above
CREATE INDEX campaign_answers ON campaign(answers_id);
CREATE INDEX campaign_received ON campaign(received_id);

CREATE TABLE campaign_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    campaign_id INTEGER NOT NULL REFERENCES campaign(id),
    name TEXT NOT NULL CHECK (name <> ''),
    sent_to TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    sent_on TEXT
) STRICT;
CREATE INDEX campaign_report_campaign ON campaign_report(campaign_id, due_on);
