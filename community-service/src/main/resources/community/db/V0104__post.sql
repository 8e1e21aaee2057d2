-- What live told about products, for tags. Written from ProductListed events and from look-ups.
CREATE TABLE product_snapshot (
    product       uuid        PRIMARY KEY,
    title         text        NOT NULL,
    price_minor   bigint,
    currency      text,
    told_at       timestamptz NOT NULL,
    CONSTRAINT product_snapshot_price CHECK ((price_minor IS NULL) = (currency IS NULL))
);

CREATE TABLE post (
    id            uuid        PRIMARY KEY,
    author        uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    text          text        NOT NULL,
    locale        text,
    media         jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    edited_at     timestamptz,
    revision      integer     NOT NULL DEFAULT 1
);
CREATE INDEX post_author ON post (author, id DESC);

-- A product as it was when the post tagged it; survives the product.
CREATE TABLE post_product (
    post          uuid        NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position      smallint    NOT NULL,
    product       uuid        NOT NULL,
    title         text        NOT NULL,
    price_minor   bigint,
    currency      text,
    PRIMARY KEY (post, position),
    UNIQUE (post, product)
);

-- What a post was before each edit.
CREATE TABLE post_edit (
    post          uuid        NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    revision      integer     NOT NULL,
    text          text        NOT NULL,
    locale        text,
    media         jsonb       NOT NULL,
    products      jsonb       NOT NULL,
    replaced_at   timestamptz NOT NULL,
    PRIMARY KEY (post, revision)
);

CREATE TABLE comment (
    id            uuid        PRIMARY KEY,
    post          uuid        NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    author        uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    text          text        NOT NULL,
    created_at    timestamptz NOT NULL
);
CREATE INDEX comment_post ON comment (post, id);
CREATE INDEX comment_author ON comment (author);

CREATE TABLE comment_count (
    post          uuid        PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
    total         bigint      NOT NULL CHECK (total >= 0)
);

CREATE TABLE reaction (
    post          uuid        NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    member        uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    kind          text        NOT NULL CHECK (kind IN ('like', 'love', 'fire', 'laugh', 'wow', 'sad')),
    since         timestamptz NOT NULL,
    PRIMARY KEY (post, member, kind)
);
CREATE INDEX reaction_member ON reaction (member);

CREATE TABLE reaction_count (
    post          uuid        NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    kind          text        NOT NULL,
    total         bigint      NOT NULL CHECK (total >= 0),
    PRIMARY KEY (post, kind)
);

-- Counts change in the transaction that changes the rows, so they never drift.
CREATE FUNCTION comment_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO comment_count (post, total) VALUES (NEW.post, 1)
        ON CONFLICT (post) DO UPDATE SET total = comment_count.total + 1;
    ELSE
        UPDATE comment_count SET total = total - 1 WHERE post = OLD.post;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER comment_counted AFTER INSERT OR DELETE ON comment
    FOR EACH ROW EXECUTE FUNCTION comment_counted();

CREATE FUNCTION reaction_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO reaction_count (post, kind, total) VALUES (NEW.post, NEW.kind, 1)
        ON CONFLICT (post, kind) DO UPDATE SET total = reaction_count.total + 1;
    ELSE
        UPDATE reaction_count SET total = total - 1 WHERE post = OLD.post AND kind = OLD.kind;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reaction_counted AFTER INSERT OR DELETE ON reaction
    FOR EACH ROW EXECUTE FUNCTION reaction_counted();
