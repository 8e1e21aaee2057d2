-- One import of a catalogue file. The next batch begins behind the first done + failed products of the file.
create table import_job (
    id           uuid primary key,
    owner        uuid not null,
    currency     text not null,
    state        text not null default 'running' check (state in ('running', 'done', 'failed')),
    total        integer not null check (total > 0),
    done         integer not null default 0,
    failed       integer not null default 0,
    -- The first 100 of [{line, handle, column, detail}].
    errors       jsonb not null default '[]',
    parts        integer not null check (parts > 0),
    -- Claims since the last progress; too many and the job is given up.
    claims       integer not null default 0,
    leased_by    uuid,
    leased_until timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    check (done >= 0 and failed >= 0 and done + failed <= total)
);

create index import_job_running on import_job (owner, id) where state = 'running';

-- The uploaded bytes, until the job has ended.
create table import_part (
    job    uuid not null references import_job (id) on delete cascade,
    number integer not null,
    bytes  bytea not null,
    primary key (job, number)
);
