-- An order buys what one reservation holds. A late payment that still finds units moves the order to a new
-- reservation; so one reservation never has two orders, and one order never two reservations.
create table purchase_order (
    id uuid primary key,
    reservation_id uuid not null constraint purchase_order_one_per_hold unique,
    sale_id uuid not null,
    room_id uuid not null,
    buyer_id uuid not null,
    seller_id uuid not null,
    product_id uuid not null,
    sku_id uuid not null,
    title text not null,
    variant_title text not null,
    price_minor bigint not null check (price_minor > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    quantity integer not null check (quantity > 0),
    total_minor bigint not null,
    refunded_minor bigint not null default 0,
    state text not null check (state in ('pendingPayment', 'paid', 'refunded', 'cancelled')),
    cancel_reason text check (cancel_reason in ('expired', 'released')),
    expires_at timestamptz not null,
    created_at timestamptz not null default clock_timestamp(),
    paid_at timestamptz,
    cancelled_at timestamptz,
    constraint purchase_order_total check (total_minor = price_minor * quantity),
    constraint purchase_order_refunds check (refunded_minor between 0 and total_minor),
    constraint purchase_order_cancel_reason check ((state = 'cancelled') = (cancel_reason is not null)),
    constraint purchase_order_paid_at check ((state in ('paid', 'refunded')) = (paid_at is not null))
) with (fillfactor = 80);

create index purchase_order_of_room on purchase_order (room_id) where state in ('paid', 'refunded');
create index purchase_order_of_buyer on purchase_order (buyer_id, id);
