-- What was collected and not handed over, as lists that only this State can open. Their digests are in custody events.
create table vault.remainder (
    exhibit uuid not null references vault.exhibit (id),
    number integer not null,
    ground text not null,
    entries integer not null,
    sha256 text not null,
    sealed bytea not null,
    listed_at timestamptz not null,
    primary key (exhibit, number)
);
