CREATE TABLE room_moderator (
    room_id      uuid NOT NULL REFERENCES room ON DELETE CASCADE,
    member_id    uuid NOT NULL,
    appointed_at timestamptz NOT NULL,
    PRIMARY KEY (room_id, member_id)
);

COMMENT ON TABLE room_moderator IS 'who runs a room beside its host';
