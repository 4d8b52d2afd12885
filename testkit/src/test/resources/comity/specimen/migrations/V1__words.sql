-- A specimen of an area, for the tests of the testkit itself.
create table specimen.word (
    text text primary key
);
