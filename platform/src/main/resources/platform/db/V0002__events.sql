-- The event stream's half in PostgreSQL; every service has these tables in its own schema.

-- Events committed together with what they tell of. OutboxStore owns the statements.
-- position: order of writing; rows of one subject are written under their aggregate's row lock, so for them it is commit order
-- batch:    millisecond part of the stream entry ids under which the row was appended to Redis; null = waiting for the relay
CREATE TABLE outbox (
    position     bigserial   PRIMARY KEY,
    event_id     uuid        NOT NULL UNIQUE,
    type         text        NOT NULL,
    source       text        NOT NULL,
    subject      text        NOT NULL,
    time         timestamptz NOT NULL DEFAULT clock_timestamp(),
    data         text        NOT NULL,
    batch        bigint,
    published_at timestamptz,
    CHECK ((batch IS NULL) = (published_at IS NULL))
);
CREATE INDEX outbox_waiting ON outbox (position) WHERE batch IS NULL;
CREATE INDEX outbox_published ON outbox (batch) WHERE batch IS NOT NULL;

-- The newest batch that Redis is known to hold. A stream that ends before it has lost entries.
CREATE TABLE outbox_tip (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    batch    bigint  NOT NULL DEFAULT 0
);
INSERT INTO outbox_tip DEFAULT VALUES;

-- Who may run a loop that must run once per service. Judged by the database's clock only.
CREATE TABLE lease (
    name  text        PRIMARY KEY,
    owner uuid        NOT NULL,
    epoch bigint      NOT NULL,
    until timestamptz NOT NULL
);

-- Events a consumer has taken; written in the transaction of their effect.
CREATE TABLE consumed_event (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    consumed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX consumed_event_age ON consumed_event (consumed_at);

-- Events a consumer could not take, kept until a person replays or discards them.
-- event_id: text, because an unreadable event may have none; then it is `entry:` and the stream entry's id
-- attributes: the whole event as received, a JSON object of text values
CREATE TABLE dead_letter (
    id         uuid        PRIMARY KEY,
    consumer   text        NOT NULL,
    event_id   text        NOT NULL,
    type       text        NOT NULL,
    subject    text        NOT NULL,
    attributes text        NOT NULL,
    reason     text        NOT NULL,
    attempts   int         NOT NULL,
    failed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (consumer, event_id)
);
