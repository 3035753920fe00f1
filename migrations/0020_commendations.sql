-- What the head of the school awards by their own decision, without a meeting: on what ground.

ALTER TABLE decision ADD COLUMN ground TEXT;
