-- Letters that the other State's receipt places in its ledger, and for which nobody else has vouched yet. Small rows that
-- come and go.
create table federation.to_prove (
    letter uuid primary key,
    peer   text not null
);
create index to_prove_peer on federation.to_prove (peer, letter);

insert into federation.to_prove (letter, peer)
select letter, signer from federation.evidence where event = 'relay-accepted';

-- Checkpoints of other States' ledgers that enough cosigners have signed. Rows are added and never changed.
create table federation.good_checkpoint (
    id   uuid        primary key,
    peer text        not null,
    size bigint      not null,
    note text        not null,
    at   timestamptz not null
);

-- Letters that are received for certain: the path leads from the place that the receipt named to the root of a good
-- checkpoint, 32 bytes for each step. Rows are added and never changed.
create table federation.certain (
    letter     uuid        primary key references federation.letter_out (id),
    checkpoint uuid        not null references federation.good_checkpoint (id),
    path       bytea       not null,
    at         timestamptz not null
);
