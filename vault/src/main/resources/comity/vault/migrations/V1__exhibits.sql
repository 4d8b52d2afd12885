-- Serials of the names of exhibits, one row for each State and year. A number is given out once.
create table vault.serial (
    state text not null,
    year integer not null,
    last integer not null,
    primary key (state, year)
);

-- One row for each exhibit, of ours or of another State. Its bytes are on the shelf, not here.
create table vault.exhibit (
    id uuid primary key,
    reference text not null unique,
    request text not null,
    peer text not null,
    version bigint not null,
    state text not null,
    package uuid,
    record jsonb not null,
    seal bytea,
    signature bytea,
    told integer not null default 0,
    created_at timestamptz not null
);

create index exhibit_request on vault.exhibit (request, created_at, id);
create index exhibit_package on vault.exhibit (package) where package is not null;
create index exhibit_waiting on vault.exhibit (created_at) where state in ('sealing', 'announced');

-- Files that are not sealed yet.
create table vault.file (
    exhibit uuid not null references vault.exhibit (id),
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    taken_in_at timestamptz not null,
    compared boolean not null,
    primary key (exhibit, name)
);

-- Custody events, of this State and as another one told them. Only ever added to. An event that another State keeps to
-- itself has a digest and no bytes.
create table vault.event (
    exhibit uuid not null references vault.exhibit (id),
    state text not null,
    number integer not null,
    told boolean not null,
    bytes bytea,
    digest text not null,
    leaf bigint,
    primary key (exhibit, state, number)
);

create function vault.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of %.% are only ever added', tg_table_schema, tg_table_name;
end
$$;

create trigger event_is_final before update or delete or truncate on vault.event
    for each statement execute function vault.refuse_change();
