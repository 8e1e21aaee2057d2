-- Every member's code, made when it is first needed.
CREATE TABLE referral_code (
    member        uuid        PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
    code          text        NOT NULL CONSTRAINT referral_code_unique UNIQUE,
    made_at       timestamptz NOT NULL
);

-- Who came through whose code, and what became of it.
CREATE TABLE referral (
    invited       uuid        PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
    inviter       uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    registered_at timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    outcome       text        NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'granted', 'held', 'refused')),
    CONSTRAINT referral_not_oneself CHECK (invited <> inviter)
);
CREATE INDEX referral_inviter ON referral (inviter, outcome);
