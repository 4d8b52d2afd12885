-- Letters are looked at page by page, so their order must be whole: two may be put in one microsecond.
drop index federation.waiting_order;
create index waiting_order on federation.waiting (peer, put_at, number, letter);

-- Tying a letter to its envelope touches no index, and finds room beside the row it changes. Only
-- what is tried again after a failure is looked for by its envelope, and the table is small or such a try is rare.
drop index federation.waiting_envelope;
alter table federation.waiting set (fillfactor = 60);

-- Both are written by the transaction that writes this row; a check of each row would say nothing new.
alter table federation.waiting drop constraint waiting_letter_fkey;
alter table federation.waiting drop constraint waiting_envelope_fkey;
