-- Copy that was paid for, by a hash of everything it was made from. A row without an answer is a claim: somebody is
-- writing it and has until claimed_until.
CREATE TABLE copy_answer (
    key            bytea       PRIMARY KEY CHECK (length(key) = 32),
    claim          uuid        NOT NULL,
    claimed_until  timestamptz NOT NULL,
    answer         jsonb,
    created_at     timestamptz NOT NULL DEFAULT now(),
    kept_at        timestamptz CHECK ((answer IS NULL) = (kept_at IS NULL))
);

CREATE INDEX copy_answer_unkept ON copy_answer (claimed_until) WHERE answer IS NULL;
