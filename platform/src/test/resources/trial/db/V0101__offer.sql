CREATE TABLE offer (
    id uuid PRIMARY KEY,
    owner uuid,
    title text NOT NULL,
    quantity integer NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
