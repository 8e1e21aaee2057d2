CREATE TABLE chat_message (
    id         uuid PRIMARY KEY,
    room_id    uuid NOT NULL REFERENCES room ON DELETE CASCADE,
    seq        bigint NOT NULL,
    member_id  uuid NOT NULL,
    body       text NOT NULL,
    reply_to   bigint,
    said_at    timestamptz NOT NULL,
    deleted_at timestamptz,
    deleted_by uuid
);

COMMENT ON TABLE chat_message IS 'what was said, for audit; rooms show their log, not this';

CREATE INDEX chat_message_room ON chat_message (room_id, seq);
