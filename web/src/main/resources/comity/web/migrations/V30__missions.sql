-- At the registry a mission's account speaks for one State.
alter table web.account add column speaks_for text check (speaks_for ~ '^[A-Z]{2}$');
