-- The name of a file as machines that know no case or other spelling of a letter take it: of each, an exhibit has one.
alter table vault.file add column folded text;
update vault.file set folded = lower(normalize(name, nfc));
alter table vault.file alter column folded set not null;
create unique index file_folded on vault.file (exhibit, folded);
