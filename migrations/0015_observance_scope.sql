-- Whose day an observance is: the country's, the sector's, or the place's.
ALTER TABLE observance ADD COLUMN scope TEXT NOT NULL DEFAULT 'national';
