-- What consumers did, in order. Deliberately without a key: a doubled effect must show.
CREATE TABLE effect (
    position bigserial   PRIMARY KEY,
    consumer text        NOT NULL,
    note     uuid        NOT NULL,
    number   int         NOT NULL,
    lag_ms   float8      NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
