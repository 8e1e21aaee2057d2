CREATE TABLE room_peak (
    room_id uuid PRIMARY KEY REFERENCES room ON DELETE CASCADE,
    viewers integer NOT NULL CHECK (viewers >= 0)
);

COMMENT ON TABLE room_peak IS 'the most viewers each room has had at a time';
