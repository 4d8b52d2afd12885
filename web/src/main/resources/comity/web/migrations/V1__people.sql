create table web.account (
    id            uuid primary key,
    sign_in_name  text not null unique,
    display_name  text not null,
    roles         text not null,
    language      text not null,
    zone          text not null,
    password_hash text,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);

create table web.session (
    key        bytea primary key,
    account    uuid not null references web.account,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz
);
create index session_account on web.session (account);
create index session_seen on web.session (seen_at);

create table web.kept_form (
    id      uuid primary key,
    account uuid not null references web.account,
    path    text not null,
    fields  text not null,
    at      timestamptz not null
);

create table web.token (
    key        bytea primary key,
    id         uuid not null unique,
    account    uuid not null references web.account,
    label      text not null,
    roles      text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create table web.passkey (
    credential_id    bytea primary key,
    account          uuid not null references web.account,
    label            text not null,
    public_key       bytea not null,
    signature_count  bigint not null,
    user_verified    boolean not null,
    backup_eligible  boolean not null,
    backed_up        boolean not null,
    transports       text not null,
    attestation      bytea,
    client_data      bytea,
    created_at       timestamptz not null,
    used_at          timestamptz not null
);
create index passkey_account on web.passkey (account);
