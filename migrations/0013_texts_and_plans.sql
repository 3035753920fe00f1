-- Texts of the library know since when they are in force, which text took their place and which school years they guide; what the older
-- field says in words stays beside the link.
ALTER TABLE legal_text ADD COLUMN issuer_level TEXT;              -- told from the sign and the issuer where nobody said it
ALTER TABLE legal_text ADD COLUMN in_force_from TEXT;
ALTER TABLE legal_text ADD COLUMN replaced_by_id INTEGER REFERENCES legal_text(id) CHECK (replaced_by_id <> id);
ALTER TABLE legal_text ADD COLUMN guides_from INTEGER;            -- start years of school years
ALTER TABLE legal_text ADD COLUMN guides_to INTEGER;
CREATE INDEX legal_text_replaced ON legal_text(replaced_by_id);

-- A plan stands under the plan of its period, or of its year.
ALTER TABLE plan ADD COLUMN parent_id INTEGER REFERENCES plan(id) CHECK (parent_id <> id);
CREATE INDEX plan_parent ON plan(parent_id);

-- Who does what by when. How far it is goes on being recorded when the plan is issued.
CREATE TABLE plan_task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    person_id INTEGER REFERENCES person(id),
    collective_id INTEGER REFERENCES collective(id),
    deadline TEXT,
    is_focus INTEGER NOT NULL DEFAULT 0,
    is_weak INTEGER NOT NULL DEFAULT 0,
    is_hard INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'open',
    done_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_task_plan ON plan_task(plan_id, seq);
CREATE INDEX plan_task_person ON plan_task(person_id);
CREATE INDEX plan_task_collective ON plan_task(collective_id);

-- When a team received the plan, and when it had carried it out, from the sheet that it signed.
CREATE TABLE plan_receipt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    collective_id INTEGER NOT NULL REFERENCES collective(id),
    received_on TEXT NOT NULL,
    carried_out_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, collective_id)
) STRICT;
CREATE INDEX plan_receipt_collective ON plan_receipt(collective_id);

-- What a team finds difficult, and what the council answers.
CREATE TABLE plan_difficulty (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    task_id INTEGER REFERENCES plan_task(id),
    collective_id INTEGER NOT NULL REFERENCES collective(id),
    raised_on TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    answer TEXT NOT NULL DEFAULT '',
    answered_on TEXT
) STRICT;
CREATE INDEX plan_difficulty_plan ON plan_difficulty(plan_id);
CREATE INDEX plan_difficulty_task ON plan_difficulty(task_id);
CREATE INDEX plan_difficulty_collective ON plan_difficulty(collective_id);
