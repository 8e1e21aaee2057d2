-- Copy is kept for a time (pasar.copy.kept-for); the sweep finds what is older.
CREATE INDEX copy_answer_kept ON copy_answer (kept_at) WHERE answer IS NOT NULL;
