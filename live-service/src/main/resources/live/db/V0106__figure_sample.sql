CREATE TABLE figure_sample (
    room_id uuid NOT NULL REFERENCES room ON DELETE CASCADE,
    at      timestamptz NOT NULL,
    viewers integer NOT NULL CHECK (viewers >= 0),
    stock   bigint NOT NULL CHECK (stock >= 0),
    PRIMARY KEY (room_id, at)
);

COMMENT ON TABLE figure_sample IS 'what of a live room has no history of its own, read every few seconds';
COMMENT ON COLUMN figure_sample.stock IS 'available units of the open sales';

CREATE INDEX figure_sample_age ON figure_sample USING brin (at);

CREATE TABLE figure_sampling (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    slot timestamptz NOT NULL
);

COMMENT ON TABLE figure_sampling IS 'one row: the newest moment some node has taken on itself to sample';

CREATE INDEX room_live_any ON room (id) WHERE state = 'live';
