-- The log of this node. Leaves are only ever added; see docs/walks/life-of-a-ledger-leaf.md.

create table ledger.head (
    single      boolean     primary key default true check (single),
    origin      text        not null,
    size        bigint      not null check (size >= 0),
    -- The right edge of the tree: 32 bytes for each bit that is set in the size, the largest subtree first.
    frontier    bytea       not null check (octet_length(frontier) = 32 * bit_count(size::bit(64))),
    -- The signed note over this size and its root.
    checkpoint  text        not null
);

create table ledger.leaf (
    index       bigint      primary key check (index >= 0),
    label       text        not null,
    subject     uuid        not null,
    commitment  bytea       not null check (octet_length(commitment) = 32),
    -- Salt and event open the commitment. The law may have them destroyed; they go together, and the leaf stays.
    salt        bytea       check (octet_length(salt) = 32),
    event       bytea,
    at          timestamptz not null,
    check ((salt is null) = (event is null))
);

create index leaf_of_subject on ledger.leaf (subject, index);

-- Roots of complete subtrees at every fourth level: with them a proof reads a few rows however long the log is.
create table ledger.subtree (
    level       smallint    not null check (level > 0 and level % 4 = 0),
    index       bigint      not null check (index >= 0),
    hash        bytea       not null check (octet_length(hash) = 32),
    primary key (level, index)
);
