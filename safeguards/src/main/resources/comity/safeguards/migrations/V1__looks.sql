-- Who looked at what. Rows are added, never changed: the trigger refuses it to everybody who is not the table's owner
-- switching it off, and the seals show when somebody did.

CREATE TABLE safeguards.looks (
    number  bigint PRIMARY KEY,
    at      timestamptz NOT NULL,
    person  text NOT NULL,
    roles   text NOT NULL,
    what    text NOT NULL,
    subject text NOT NULL,
    allowed boolean NOT NULL,
    reason  text NOT NULL,
    seal    text NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$')
);

CREATE INDEX looks_of_person ON safeguards.looks (person, number DESC);
CREATE INDEX looks_of_subject ON safeguards.looks (subject, number DESC);
CREATE INDEX looks_denied ON safeguards.looks (number DESC) WHERE NOT allowed;

-- One row: the end of the book. Locked while a look is added, so that numbers have no gaps.
CREATE TABLE safeguards.looks_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint NOT NULL,
    seal     text NOT NULL
);

INSERT INTO safeguards.looks_head (number, seal) VALUES (0, repeat('0', 64));

CREATE FUNCTION safeguards.looks_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'Looks are added, never changed or removed';
END;
$$;

CREATE TRIGGER looks_are_only_added
    BEFORE UPDATE OR DELETE OR TRUNCATE ON safeguards.looks
    FOR EACH STATEMENT
EXECUTE FUNCTION safeguards.looks_are_only_added();
