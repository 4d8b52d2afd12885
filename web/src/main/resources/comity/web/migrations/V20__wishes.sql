-- Answers to wishes of programs, kept for a day so that a wish that is asked again is not done again.
create table web.wish (
    person       text not null,
    name         text not null,
    digest       text not null,
    taken_at     timestamptz not null,
    -- Empty while it is being done.
    status       integer,
    content_type text,
    entity_tag   text,
    location     text,
    body         bytea,
    primary key (person, name)
);
create index wish_taken on web.wish (taken_at);
