-- The code by which another system knows a person, the classes of a school year, and which pupil is in which of them. A pupil is a person
-- like everybody else, for life; being one is a row of a school year.
ALTER TABLE person ADD COLUMN code TEXT NOT NULL DEFAULT '';      -- as its giver writes it, leading zeros included
CREATE INDEX person_code ON person(code) WHERE code <> '';

CREATE TABLE school_class (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    name TEXT NOT NULL CHECK (name <> ''),                         -- 2C, 9/1
    grade INTEGER CHECK (grade BETWEEN 1 AND 12),
    teacher_id INTEGER REFERENCES person(id),                      -- who is its homeroom teacher
    UNIQUE (school_year_id, name)
) STRICT;
CREATE INDEX school_class_teacher ON school_class(teacher_id);

CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_version INTEGER NOT NULL DEFAULT 1,
    uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    person_id INTEGER NOT NULL REFERENCES person(id),
    school_year_id INTEGER NOT NULL REFERENCES school_year(id),
    class_id INTEGER REFERENCES school_class(id),                  -- NULL: a pupil of the year whose class nobody has said
    UNIQUE (person_id, school_year_id)
) STRICT;
CREATE INDEX enrolment_year ON enrolment(school_year_id);
CREATE INDEX enrolment_class ON enrolment(class_id);
