CREATE TABLE room (
    id          uuid PRIMARY KEY,
    host_id     uuid NOT NULL,
    host_handle text NOT NULL,
    host_name   text NOT NULL,
    title       text NOT NULL,
    visibility  text NOT NULL CHECK (visibility IN ('public', 'private')),
    state       text NOT NULL CHECK (state IN ('scheduled', 'live', 'ended')),
    starts_at   timestamptz,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    ended_at    timestamptz,
    CHECK ((state = 'scheduled') = (started_at IS NULL)),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);

COMMENT ON COLUMN room.host_handle IS 'as the host was called when the room was made';

CREATE INDEX room_live ON room (id DESC) WHERE state = 'live' AND visibility = 'public';
CREATE INDEX room_host ON room (host_id, id DESC);
