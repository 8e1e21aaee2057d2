-- What a seller offers. A product is always written whole, with its variants; `sold_count` is the exception: only
-- events of orders change it.
create table product (
    id               uuid primary key,
    owner            uuid not null,
    handle           text,
    title            text not null,
    description_html text not null,
    description_text text not null,
    vendor           text not null,
    type             text not null,
    tags             text[] not null,
    images           jsonb not null,
    option_names     text[] not null,
    status           text not null check (status in ('active', 'draft', 'archived')),
    sold_count       bigint not null default 0,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    -- How an import finds the product it wrote before. Products not from a file have no handle.
    unique (owner, handle)
);

create index product_of_owner on product (owner, id desc);

create table variant (
    id          uuid primary key,
    product     uuid not null references product (id) on delete cascade,
    position    smallint not null,
    sku         text,
    -- Values in the order of the product's option_names.
    options     text[] not null,
    price_minor bigint check (price_minor >= 0),
    currency    text check (currency ~ '^[A-Z]{3}$'),
    stock       bigint check (stock between 0 and 1000000000),
    -- No longer offered. The row stays: sales and orders know its id, and the same combination gets it back.
    retired     boolean not null default false,
    unique (product, options),
    check ((price_minor is null) = (currency is null))
);
