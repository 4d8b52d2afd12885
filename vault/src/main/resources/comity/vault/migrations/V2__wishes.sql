-- A wish of one person to open a sensitive exhibit, until a second person opens it. At most one waits for each exhibit;
-- it is taken out when it was carried out or has run out. The person is the account's pseudonymous id and stays here.
create table vault.wish (
    exhibit uuid primary key references vault.exhibit (id),
    person text not null,
    role text not null,
    why text not null,
    asked_at timestamptz not null
);
