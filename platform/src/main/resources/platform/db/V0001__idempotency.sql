-- Unsafe requests that carried an idempotency key, and what they were answered. IdempotencyStore owns the statements.
--
-- The table gives nobody away who reads it without the keys, which only clients have:
-- id:           SHA-256 over scope and key
-- fingerprint:  HMAC-SHA-256 over the request, keyed by the idempotency key
-- answer:       AES-256-GCM under a key derived from the idempotency key; null while the request runs
-- leased_until: only for requests that run outside a transaction: when their claim may be taken over; null else
CREATE TABLE idempotency (
    id           bytea       PRIMARY KEY CHECK (octet_length(id) = 32),
    fingerprint  bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
    answer       bytea,
    leased_until timestamptz,
    claimed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at   timestamptz NOT NULL
);
CREATE INDEX idempotency_expiry ON idempotency (expires_at);

-- Claims a key; durations are in seconds. Waits at most `patience` for another transaction that holds it; then fails with SQLSTATE 55P03.
-- Answers claimed = true if the caller is the first, or the first since the entry expired or its lease ran out.
CREATE FUNCTION idempotency_claim(
    key_id bytea, request bytea, keep double precision, lease double precision, patience double precision,
    OUT claimed boolean, OUT known_fingerprint bytea, OUT known_answer bytea, OUT lease_end timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
    usual_patience text := current_setting('lock_timeout');
BEGIN
    PERFORM set_config('lock_timeout', (patience * 1000)::bigint::text, true);
    INSERT INTO idempotency AS entry (id, fingerprint, leased_until, expires_at)
    VALUES (key_id, request, clock_timestamp() + make_interval(secs => lease),
            clock_timestamp() + make_interval(secs => keep))
    ON CONFLICT (id) DO UPDATE
        SET fingerprint = excluded.fingerprint, answer = NULL, leased_until = excluded.leased_until,
            claimed_at = clock_timestamp(), expires_at = excluded.expires_at
        WHERE entry.expires_at <= clock_timestamp()
           OR (entry.answer IS NULL AND entry.fingerprint = excluded.fingerprint
               AND entry.leased_until <= clock_timestamp())
    RETURNING leased_until INTO lease_end;
    claimed := FOUND;
    PERFORM set_config('lock_timeout', usual_patience, true);
    IF NOT claimed THEN
        SELECT fingerprint, answer INTO known_fingerprint, known_answer FROM idempotency WHERE id = key_id;
    END IF;
END
$$;
