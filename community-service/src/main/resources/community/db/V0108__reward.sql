-- The first paid order of every buyer: what a referral is rewarded for.
CREATE TABLE first_order (
    buyer         uuid        PRIMARY KEY,
    order_id      uuid        NOT NULL UNIQUE,
    seller        uuid        NOT NULL,
    total_minor   bigint      NOT NULL CHECK (total_minor >= 0),
    paid_at       timestamptz NOT NULL
);

-- Every refund once, whether or not its order has been heard of yet.
CREATE TABLE order_refund (
    refund        uuid        PRIMARY KEY,
    order_id      uuid        NOT NULL,
    amount_minor  bigint      NOT NULL CHECK (amount_minor >= 0),
    whole         boolean     NOT NULL
);
CREATE INDEX order_refund_order ON order_refund (order_id);

-- What was decided about an invited member's first order. `reason` says why it is held or refused.
CREATE TABLE referral_reward (
    invited       uuid        PRIMARY KEY,
    inviter       uuid        NOT NULL,
    order_id      uuid        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('granted', 'held', 'refused')),
    reason        text,
    decided_at    timestamptz NOT NULL
);
CREATE INDEX referral_reward_inviter ON referral_reward (inviter, decided_at);
