CREATE TABLE chat_pin (
    room_id   uuid PRIMARY KEY REFERENCES room ON DELETE CASCADE,
    seq       bigint NOT NULL,
    message   text NOT NULL,
    pinned_by uuid NOT NULL,
    pinned_at timestamptz NOT NULL
);

COMMENT ON TABLE chat_pin IS 'the message pinned in each room that has one, as it was said';
COMMENT ON COLUMN chat_pin.message IS 'JSON: data of the chat.message event';
