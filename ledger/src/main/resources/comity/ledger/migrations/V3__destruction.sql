-- Which leaf records that salt and event of this one were destroyed, and under what ground.

alter table ledger.leaf add column destroyed_in bigint check (destroyed_in > index);
alter table ledger.leaf add check (destroyed_in is null or salt is null);
