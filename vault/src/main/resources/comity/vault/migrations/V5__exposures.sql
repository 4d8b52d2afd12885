-- How long a sensitive exhibit lay open for somebody, by role and without a name: for whoever looks after the people
-- who must look at it.
create table vault.exposure (
    exhibit uuid not null references vault.exhibit (id),
    role text not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);

create index exposure_exhibit on vault.exposure (exhibit);
