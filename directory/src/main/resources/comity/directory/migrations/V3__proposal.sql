-- What was proposed at the registry. A row is decided once, and never taken away.
create table directory.proposal (
    id             uuid        primary key,
    subject        text        not null,
    former         bytea       not null,
    document       bytea       not null,
    effective_from date        not null,
    proposer       text        not null,
    proposer_name  text        not null,
    proposed_at    timestamptz not null,
    status         text        not null check (status in ('open', 'approved', 'published', 'returned', 'withdrawn')),
    decider        text,
    decider_name   text,
    decided_at     timestamptz,
    reason         text,
    edition        bigint
);
create index proposal_subject on directory.proposal (subject, proposed_at);
create index proposal_status on directory.proposal (status);
