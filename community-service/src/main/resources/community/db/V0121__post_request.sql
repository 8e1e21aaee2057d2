-- Which keyed request published the post (SHA-256 of the key), for a repeat whose first answer was lost.
ALTER TABLE post ADD COLUMN request text;
CREATE UNIQUE INDEX post_request ON post (author, request) WHERE request IS NOT NULL;
