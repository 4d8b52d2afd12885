-- What this node remembers of other logs, as their cosigner; see docs/protocol/cosigning.md.

create table ledger.cosigned (
    origin      text        primary key,
    size        bigint      not null check (size >= 0),
    root        bytea       not null check (octet_length(root) = 32),
    -- The checkpoint as the log signed it, and the key that it was signed with.
    checkpoint  text        not null,
    log_key     text        not null,
    -- The time in the signature, in seconds since 1970.
    at          bigint      not null check (at >= 0)
);

-- The evidence that a log has two histories. Only ever added.
create table ledger.fork (
    number      bigint      generated always as identity primary key,
    origin      text        not null,
    evidence    bytea       not null,
    older_key   text        not null,
    newer_key   text        not null,
    -- When it was shown first, in seconds since 1970.
    at          bigint      not null
);

create unique index fork_of_evidence on ledger.fork (sha256(evidence));
