CREATE TABLE room_stage (
    room_id    uuid PRIMARY KEY REFERENCES room ON DELETE CASCADE,
    product_id uuid NOT NULL,
    set_by     uuid NOT NULL,
    set_at     timestamptz NOT NULL
);

COMMENT ON TABLE room_stage IS 'the product on stage in each room that has one';
