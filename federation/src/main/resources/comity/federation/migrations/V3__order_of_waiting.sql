-- Letters are looked at page by page, so their order must be whole: two may be put in one microsecond.
drop index federation.waiting_order;
create index waiting_order on federation.waiting (peer, put_at, number, letter);
