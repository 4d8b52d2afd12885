-- Every book that a list ever named and this node has had, by its digest. Rows are added and never changed.
create table directory.book (
    digest   text        primary key check (digest ~ '^[0-9a-f]{64}$'),
    content  bytea       not null,
    taken_at timestamptz not null,
    check (digest = encode(sha256(content), 'hex'))
);


-- Which book stands under each name: the one that the newest list names, or the former until that one is here.
create table directory.book_in_force (
    name   text primary key,
    digest text not null references directory.book
);
