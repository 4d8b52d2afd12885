-- Leaves of our ledger that were lost with a database and taken back closed, from a place on; the letters behind them are
-- asked for.
create table federation.lost (
    from_leaf bigint      primary key,
    noted_at  timestamptz not null,
    asked_at  timestamptz
);

-- What the other State holds of ours in a thread, although we have lost it: the next letter is numbered after it.
create table federation.thread_floor (
    peer   text    not null,
    thread text    not null,
    number integer not null check (number > 0),
    primary key (peer, thread)
);
