-- Every edition of the registry's list that was taken, as signed. Rows are added and never changed.
create table directory.list (
    number     bigint      primary key check (number > 0),
    digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
    document   bytea       not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    taken_at   timestamptz not null
);
