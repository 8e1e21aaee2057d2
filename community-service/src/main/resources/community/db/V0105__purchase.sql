-- Orders that were paid, as far as social proof needs them. No foreign keys: events may come in any order, and from
-- members of other issuers.
CREATE TABLE purchase (
    order_id      uuid        PRIMARY KEY,
    buyer         uuid        NOT NULL,
    product       uuid        NOT NULL,
    paid_at       timestamptz NOT NULL
);
CREATE INDEX purchase_buyer ON purchase (buyer, product);

-- Orders of which the whole money went back. Apart from `purchase`, because the refund's event may come first.
CREATE TABLE purchase_returned (
    order_id      uuid        PRIMARY KEY,
    returned_at   timestamptz NOT NULL
);
