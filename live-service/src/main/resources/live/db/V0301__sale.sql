-- A sale offers one SKU in one room. Its row is the lock of the sale: every statement that moves units takes
-- it before the rows of members, and after the rows of reservations. Half of each page stays free so that the
-- hot row is updated in place (no index carries a column that a reservation changes).
create table sale (
    id uuid primary key,
    room_id uuid not null,
    seller_id uuid not null,
    product_id uuid not null,
    sku_id uuid not null,
    title text not null,
    variant_title text not null,
    price_minor bigint not null check (price_minor > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    per_member integer not null check (per_member between 1 and 1000),
    hold_seconds integer not null check (hold_seconds between 1 and 86400),
    opens_at timestamptz not null,
    closes_at timestamptz,
    phase text not null check (phase in ('scheduled', 'open', 'closed')),
    total integer not null check (total between 1 and 1000000),
    available integer not null check (available >= 0),
    held integer not null check (held >= 0),
    sold integer not null check (sold >= 0),
    version bigint not null default 1,
    created_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    constraint sale_units_add_up check (available + held + sold = total)
) with (fillfactor = 50);

create index sale_of_room on sale (room_id, created_at);
create index sale_due_to_open on sale (opens_at) where phase = 'scheduled';
create index sale_due_to_close on sale (closes_at) where phase <> 'closed' and closes_at is not null;

-- What one member holds and has bought in one sale; the limit is copied so that a constraint can hold it.
create table sale_member (
    sale_id uuid not null references sale,
    member_id uuid not null,
    units_max integer not null,
    held integer not null default 0 check (held >= 0),
    sold integer not null default 0 check (sold >= 0),
    primary key (sale_id, member_id),
    constraint sale_member_limit check (held + sold <= units_max)
) with (fillfactor = 80);

create table reservation (
    id uuid primary key,
    sale_id uuid not null references sale,
    member_id uuid not null,
    quantity integer not null check (quantity > 0),
    state text not null check (state in ('held', 'confirmed', 'released', 'expired')),
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint reservation_ends_once check ((state = 'held') = (ended_at is null))
) with (fillfactor = 80);

create index reservation_due on reservation (expires_at) where state = 'held';
create index reservation_of_sale on reservation (sale_id, member_id);

-- A hold leaves its state once, whatever statement tries.
create function reservation_leaves_held_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'held' then
        raise exception 'reservation % is already %', old.id, old.state using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger reservation_leaves_held_once before update on reservation
    for each row execute function reservation_leaves_held_once();
