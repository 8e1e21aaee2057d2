-- RSA keys that sign access tokens. The private part is sealed with AES-256-GCM when a sealing key is configured.
CREATE TABLE signing_key (
    kid           text        PRIMARY KEY,
    public_key    bytea       NOT NULL,
    private_key   bytea       NOT NULL,
    sealed        boolean     NOT NULL,
    published_at  timestamptz NOT NULL,
    signs_from    timestamptz NOT NULL
);

-- A sign-in: all refresh tokens that came from one password belong to one family.
CREATE TABLE refresh_family (
    id            uuid        PRIMARY KEY,
    member        uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    started_at    timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    revoked_at    timestamptz,
    revoked_for   text CHECK (revoked_for IN ('reuse', 'sign-out')),
    CONSTRAINT refresh_family_revoked CHECK ((revoked_at IS NULL) = (revoked_for IS NULL))
);
CREATE INDEX refresh_family_member ON refresh_family (member);
CREATE INDEX refresh_family_ends ON refresh_family (ends_at);

-- One refresh token. Only its SHA-256 is kept, so that a copy of this table signs nobody in.
CREATE TABLE refresh_token (
    hash          bytea       PRIMARY KEY,
    family        uuid        NOT NULL REFERENCES refresh_family (id) ON DELETE CASCADE,
    idle_until    timestamptz NOT NULL,
    used_at       timestamptz
);
CREATE INDEX refresh_token_family ON refresh_token (family);
