-- The business rows of the event tests: each change raises `number` by one and writes one event.
CREATE TABLE note (
    id     uuid PRIMARY KEY,
    number int  NOT NULL
);
-- Every event that was committed, written beside it.
CREATE TABLE committed (
    note   uuid NOT NULL,
    number int  NOT NULL,
    PRIMARY KEY (note, number)
);
