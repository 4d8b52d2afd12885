-- Signed and encrypted bytes do not get smaller. PostgreSQL would try it on every one of them that is longer than two
-- kilobytes, which costs more processor time than writing it.
alter table federation.signed alter column bytes set storage external;
alter table federation.quarantine alter column bytes set storage external;
