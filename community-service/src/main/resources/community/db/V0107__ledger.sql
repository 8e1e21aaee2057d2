-- The double-entry ledger. Amounts are in the unit's smallest part: points, cents.
--
-- purpose    who it belongs to   meaning
-- programme  the nil UUID        where rewards come from; the only account that may be negative
-- pending    a member            given, but may still be taken back
-- available  a member            the member's own
CREATE TABLE ledger_account (
    id            uuid        PRIMARY KEY,
    purpose       text        NOT NULL CHECK (purpose IN ('programme', 'pending', 'available')),
    member        uuid        NOT NULL,
    unit          text        NOT NULL CHECK (unit = 'points' OR unit ~ '^[A-Z]{3}$'),
    balance       bigint      NOT NULL DEFAULT 0,
    CONSTRAINT ledger_account_once UNIQUE (member, unit, purpose),
    CONSTRAINT ledger_account_owner
        CHECK ((purpose = 'programme') = (member = '00000000-0000-0000-0000-000000000000')),
    CONSTRAINT ledger_account_never_negative CHECK (purpose = 'programme' OR balance >= 0)
);

-- The newest link of the hash chain. Whoever writes to the ledger locks this row first, so writers queue here and
-- nowhere else.
CREATE TABLE ledger_head (
    only_row      boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    seq           bigint      NOT NULL,
    hash          bytea       NOT NULL
);
INSERT INTO ledger_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- A reward that may still be taken back: the lines of one grant that change their state together.
CREATE TABLE ledger_hold (
    id            uuid        PRIMARY KEY,
    member        uuid        NOT NULL,
    unit          text        NOT NULL,
    remaining     bigint      NOT NULL CHECK (remaining >= 0),
    state         text        NOT NULL CHECK (state IN ('pending', 'posted', 'voided')),
    matures_at    timestamptz NOT NULL,
    reference     text        NOT NULL UNIQUE,
    CONSTRAINT ledger_hold_pending_is_positive CHECK (state <> 'pending' OR remaining > 0)
);
CREATE INDEX ledger_hold_due ON ledger_hold (matures_at) WHERE state = 'pending';

CREATE TABLE ledger_transaction (
    seq           bigint      PRIMARY KEY,
    reference     text        NOT NULL UNIQUE,
    reason        text        NOT NULL,
    hold          uuid,
    at            timestamptz NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL UNIQUE
);

-- `line`: members see this entry in their list; moves between their own accounts are not lines.
CREATE TABLE ledger_entry (
    id            uuid        PRIMARY KEY,
    seq           bigint      NOT NULL REFERENCES ledger_transaction (seq),
    position      smallint    NOT NULL,
    account       uuid        NOT NULL REFERENCES ledger_account (id),
    amount        bigint      NOT NULL CHECK (amount <> 0),
    line          boolean     NOT NULL,
    UNIQUE (seq, position)
);
CREATE INDEX ledger_entry_lines ON ledger_entry (account, id DESC) WHERE line;
CREATE INDEX ledger_transaction_hold ON ledger_transaction (hold) WHERE hold IS NOT NULL;

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE ON ledger_transaction
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_transaction_no_truncate BEFORE TRUNCATE ON ledger_transaction
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

CREATE FUNCTION ledger_add_to_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ledger_account SET balance = balance + NEW.amount WHERE id = NEW.account;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_balance AFTER INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_add_to_balance();

-- Looked at when the transaction commits: the entries of one ledger transaction sum to zero in every unit.
CREATE FUNCTION ledger_require_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_entry WHERE seq = NEW.seq)
        OR EXISTS (SELECT FROM ledger_entry e JOIN ledger_account a ON a.id = e.account
                   WHERE e.seq = NEW.seq GROUP BY a.unit HAVING sum(e.amount) <> 0) THEN
        RAISE EXCEPTION 'ledger transaction % is not balanced', NEW.seq USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_balanced AFTER INSERT ON ledger_transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_require_balanced();
CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_require_balanced();
