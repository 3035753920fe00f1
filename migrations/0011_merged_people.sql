-- Two records of one person are one from then on: the one that is taken in stays as a row, since what is issued or closed goes on pointing
-- at it, and says which record it belongs to. It stands in no list any more.
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person(id) CHECK (merged_into <> id);
CREATE INDEX person_merged ON person(merged_into) WHERE merged_into IS NOT NULL;
