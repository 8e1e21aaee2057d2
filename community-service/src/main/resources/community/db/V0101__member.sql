-- Somebody who signed up. Written by the feature `member` only.
CREATE TABLE member (
    id            uuid        PRIMARY KEY,
    handle        text        NOT NULL CONSTRAINT member_handle_unique UNIQUE,
    display_name  text        NOT NULL,
    password_hash text        NOT NULL,
    locale        text,
    market        text,
    created_at    timestamptz NOT NULL,
    CONSTRAINT member_handle_form CHECK (handle ~ '^[a-z0-9][a-z0-9_.-]{1,48}[a-z0-9]$')
);
