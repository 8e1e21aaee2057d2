-- A deletion may be written before the message it is of, which another node still holds: so it has rows of its own.
CREATE TABLE chat_deletion (
    room_id    uuid NOT NULL REFERENCES room ON DELETE CASCADE,
    seq        bigint NOT NULL,
    member_id  uuid NOT NULL,
    deleted_by uuid NOT NULL,
    deleted_at timestamptz NOT NULL,
    PRIMARY KEY (room_id, seq, deleted_at)
);

COMMENT ON TABLE chat_deletion IS 'which messages were taken back; member_id wrote them';

INSERT INTO chat_deletion (room_id, seq, member_id, deleted_by, deleted_at)
SELECT room_id, seq, member_id, deleted_by, deleted_at FROM chat_message WHERE deleted_at IS NOT NULL
    ON CONFLICT DO NOTHING;

ALTER TABLE chat_message DROP COLUMN deleted_at, DROP COLUMN deleted_by;

-- Sequence numbers start anew if Redis loses a room's log, so a deletion is of what was said before it; a minute is
-- left to nodes whose clocks differ.
CREATE VIEW chat_archive AS
SELECT m.*, d.deleted_at, d.deleted_by
  FROM chat_message m
  LEFT JOIN LATERAL (SELECT x.deleted_at, x.deleted_by
                       FROM chat_deletion x
                      WHERE x.room_id = m.room_id AND x.seq = m.seq AND x.member_id = m.member_id
                        AND x.deleted_at > m.said_at - interval '1 minute'
                      ORDER BY x.deleted_at
                      LIMIT 1) d ON true;

COMMENT ON VIEW chat_archive IS 'what was said, and who took it back when';
