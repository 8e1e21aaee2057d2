-- One attempt to collect the money of one order.
create table payment_intent (
    id uuid primary key,
    order_id uuid not null constraint payment_intent_one_per_order unique,
    payer_id uuid not null,
    provider text not null,
    provider_reference text,
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    state text not null check (state in ('open', 'captured', 'cancelled')),
    captured_minor bigint not null default 0 check (captured_minor >= 0),
    refunded_minor bigint not null default 0 check (refunded_minor >= 0),
    failures integer not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    captured_at timestamptz,
    constraint payment_intent_refunds check (refunded_minor <= captured_minor),
    constraint payment_intent_capture check ((state = 'captured') = (captured_at is not null)),
    constraint payment_intent_whole check (captured_minor in (0, amount_minor))
) with (fillfactor = 80);

-- Every genuine call of a provider, taken once.
create table payment_inbox (
    provider text not null,
    event_id text not null,
    kind text not null,
    intent_id uuid not null,
    outcome text not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (provider, event_id)
);

-- A refund is asked of the provider under its own id until the provider has answered; its amount counts
-- against the intent from the first moment.
create table payment_refund (
    id uuid primary key,
    intent_id uuid not null references payment_intent,
    order_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    reason text,
    request_key text,
    cause text not null check (cause in ('seller', 'latePayment')),
    state text not null check (state in ('requested', 'done')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    created_at timestamptz not null default clock_timestamp(),
    done_at timestamptz,
    constraint payment_refund_asked_once unique (order_id, request_key)
);

create index payment_refund_due on payment_refund (next_attempt_at) where state = 'requested';
create index payment_refund_of_intent on payment_refund (intent_id);

-- What this service shares with a provider. A configured secret takes precedence over a stored one.
create table payment_secret (
    provider text primary key,
    secret text not null
);

-- From here on: the sandbox, which stands for a provider of its own and shares no table with the above.
create table sandbox_payment (
    intent_id uuid primary key,
    payer_id uuid not null,
    amount_minor bigint not null,
    currency text not null,
    state text not null check (state in ('open', 'succeeded', 'cancelled')),
    created_at timestamptz not null default clock_timestamp()
);

create table sandbox_refund (
    id uuid primary key,
    intent_id uuid not null references sandbox_payment,
    amount_minor bigint not null,
    created_at timestamptz not null default clock_timestamp()
);

create table sandbox_webhook (
    id uuid primary key,
    intent_id uuid not null references sandbox_payment,
    body text not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    created_at timestamptz not null default clock_timestamp(),
    delivered_at timestamptz
);

create index sandbox_webhook_due on sandbox_webhook (next_attempt_at) where delivered_at is null;
create index sandbox_webhook_of_intent on sandbox_webhook (intent_id) where delivered_at is null;
