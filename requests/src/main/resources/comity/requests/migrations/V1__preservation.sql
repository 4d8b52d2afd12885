-- Serials of references, one row for each State, type and year. A number is given out once.
create table requests.serial (
    state text not null,
    type text not null,
    year integer not null,
    last integer not null,
    primary key (state, type, year)
);

-- One row for each preservation request, of ours or of another State. The record holds all of it; the other columns
-- repeat what lists are sorted and narrowed by, so that they cost the same with a thousand rows and a million.
create table requests.preservation (
    id uuid primary key,
    side text not null check (side in ('requesting', 'requested')),
    reference text not null,
    peer text not null,
    version bigint not null,
    state text not null,
    clock jsonb,
    urgency text not null,
    urgency_rank smallint not null,
    waits_for text not null check (waits_for in ('us', 'them', 'nobody')),
    -- 9999-12-31 when nothing ends, so that the order needs no rule for nulls
    due_at timestamptz not null,
    tick_at timestamptz,
    acknowledged_at timestamptz,
    owner text not null,
    updated_at timestamptz not null,
    record jsonb not null,
    unique (reference, side)
);

create index preservation_waiting on requests.preservation (waits_for, due_at, urgency_rank, id)
    where waits_for <> 'nobody';
create index preservation_owner_waiting on requests.preservation (owner, waits_for, due_at, urgency_rank, id)
    where waits_for <> 'nobody';
create index preservation_recent on requests.preservation (updated_at desc, id desc);
create index preservation_side on requests.preservation (side, updated_at desc, id desc);
create index preservation_state on requests.preservation (state, updated_at desc, id desc);
create index preservation_peer on requests.preservation (peer, updated_at desc, id desc);
create index preservation_owner on requests.preservation (owner, updated_at desc, id desc);
create index preservation_prefix on requests.preservation (reference text_pattern_ops);
create index preservation_tick on requests.preservation (tick_at) where tick_at is not null;

-- What happened, in order. Only ever added to.
create table requests.event (
    request uuid not null references requests.preservation (id),
    number integer not null,
    at timestamptz not null,
    by_state text not null,
    role text not null,
    word text not null,
    details jsonb not null,
    leaf bigint,
    primary key (request, number)
);

-- Words among colleagues. No letter is made from this table.
create table requests.note (
    id bigint generated always as identity primary key,
    request uuid not null references requests.preservation (id),
    at timestamptz not null,
    person text not null,
    role text not null,
    text text not null
);
create index note_request on requests.note (request, id);

create function requests.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of %.% are only ever added', tg_table_schema, tg_table_name;
end
$$;

create trigger event_is_final before update or delete or truncate on requests.event
    for each statement execute function requests.refuse_change();
