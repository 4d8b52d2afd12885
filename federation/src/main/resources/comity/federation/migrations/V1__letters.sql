-- Signed bytes exactly as they went or came: envelopes, receipts, evidence. Rows are added and never changed.
create table federation.signed (
    id    uuid        primary key,
    peer  text        not null,
    kind  text        not null check (kind in ('envelope', 'receipt', 'evidence')),
    bytes bytea       not null,
    at    timestamptz not null
);

-- Letters that this node has written. Rows are added and never changed.
create table federation.letter_out (
    id           uuid        primary key,
    peer         text        not null,
    thread       text        not null,
    number       integer     not null check (number > 0),
    kind         text        not null,
    version      integer     not null,
    body         bytea       not null,
    body_digest  text        not null,
    place        bigint      not null,
    commitment   text        not null,
    put_at       timestamptz not null,
    unique (peer, thread, number)
);
create index letter_out_thread on federation.letter_out (thread, put_at);
create index letter_out_newest on federation.letter_out (put_at);

-- Those for which no receipt has come. Small rows that come and go; everything worth keeping is elsewhere.
create table federation.waiting (
    letter       uuid        primary key references federation.letter_out (id),
    peer         text        not null,
    thread       text        not null,
    number       integer     not null,
    put_at       timestamptz not null,
    term_at      timestamptz not null,
    expires_at   timestamptz not null,
    timed_out    boolean     not null default false,
    envelope     uuid        references federation.signed (id),
    attempts     integer     not null default 0,
    next_at      timestamptz not null,
    leased_until timestamptz,
    last_problem text        not null default ''
);
create index waiting_order on federation.waiting (peer, put_at, number);
create index waiting_thread on federation.waiting (peer, thread, number);
create index waiting_envelope on federation.waiting (envelope) where envelope is not null;
create index waiting_expiry on federation.waiting (expires_at);
create index waiting_term on federation.waiting (term_at) where not timed_out;

-- What is known of letters that went out.
create table federation.evidence (
    letter     uuid        not null references federation.letter_out (id),
    event      text        not null,
    code       text,
    detail     text        not null default '',
    at         timestamptz not null,
    signer     text        not null,
    place      bigint,
    commitment text,
    document   uuid        not null references federation.signed (id),
    kept_at    timestamptz not null,
    primary key (letter, event)
);

-- Letters that came, each with what was answered. Rows are added and never changed.
create table federation.letter_in (
    peer        text        not null,
    id          uuid        not null,
    thread      text        not null,
    number      integer     not null check (number > 0),
    kind        text        not null,
    version     integer     not null,
    digest      text        not null,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    event       text        not null,
    code        text,
    detail      text        not null default '',
    place       bigint      not null,
    commitment  text        not null,
    envelope    uuid        not null references federation.signed (id),
    receipt     uuid        not null references federation.signed (id),
    primary key (peer, id),
    unique (peer, thread, number)
);
create index letter_in_thread on federation.letter_in (thread, received_at);
create index letter_in_newest on federation.letter_in (received_at);

-- Envelopes that were refused: the beginning of each, for inspection. Bounded for each peer.
create table federation.quarantine (
    id       uuid        primary key,
    peer     text        not null,
    code     text        not null,
    detail   text        not null,
    digest   text        not null,
    size     bigint      not null,
    bytes    bytea       not null,
    seen     integer     not null default 1,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    unique (peer, digest, code)
);
create index quarantine_age on federation.quarantine (peer, last_at);
