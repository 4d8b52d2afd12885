-- How often the person of a session has put off its longest length.
alter table web.session add column extensions integer not null default 0;
