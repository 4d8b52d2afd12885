-- One row for each request for emergency data, of ours or of another State. The record holds all of it; the other
-- columns repeat what lists are sorted and narrowed by.
create table requests.emergency (
    id uuid primary key,
    side text not null check (side in ('requesting', 'requested')),
    reference text not null unique,
    peer text not null,
    version bigint not null,
    state text not null,
    waits_for_us boolean not null,
    -- 9999-12-31 when nothing ends, so that the order needs no rule for nulls
    due_at timestamptz not null,
    tick_at timestamptz,
    owner text not null,
    updated_at timestamptz not null,
    record jsonb not null
);

create index emergency_waiting on requests.emergency (due_at, id) where waits_for_us;
create index emergency_recent on requests.emergency (updated_at desc, id desc);
create index emergency_tick on requests.emergency (tick_at) where tick_at is not null;

-- What happened, in order. Only ever added to.
create table requests.emergency_event (
    request uuid not null references requests.emergency (id),
    number integer not null,
    at timestamptz not null,
    by_state text not null,
    role text not null,
    word text not null,
    details jsonb not null,
    leaf bigint,
    primary key (request, number)
);

create trigger emergency_event_is_final before update or delete or truncate on requests.emergency_event
    for each statement execute function requests.refuse_change();
