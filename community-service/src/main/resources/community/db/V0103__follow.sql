-- Who follows whom.
CREATE TABLE follow (
    follower      uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    followed      uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    since         timestamptz NOT NULL,
    PRIMARY KEY (follower, followed),
    CONSTRAINT follow_not_oneself CHECK (follower <> followed)
);
CREATE INDEX follow_followed ON follow (followed, follower);

-- Exact counts beside the rows, kept by the trigger below in the same transaction.
CREATE TABLE follow_count (
    member        uuid        PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
    followers     bigint      NOT NULL DEFAULT 0 CHECK (followers >= 0),
    following     bigint      NOT NULL DEFAULT 0 CHECK (following >= 0)
);

-- Rows are taken in the order of their ids, so that two members who follow each other at once do not deadlock.
CREATE FUNCTION follow_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO follow_count (member, followers, following)
        SELECT * FROM (VALUES (NEW.followed, 1, 0), (NEW.follower, 0, 1)) AS one (member, followers, following)
        ORDER BY member
        ON CONFLICT (member) DO UPDATE SET followers = follow_count.followers + EXCLUDED.followers,
                                           following = follow_count.following + EXCLUDED.following;
    ELSE
        PERFORM FROM follow_count WHERE member IN (OLD.followed, OLD.follower) ORDER BY member FOR UPDATE;
        UPDATE follow_count SET followers = followers - 1 WHERE member = OLD.followed;
        UPDATE follow_count SET following = following - 1 WHERE member = OLD.follower;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_counted AFTER INSERT OR DELETE ON follow
    FOR EACH ROW EXECUTE FUNCTION follow_counted();
