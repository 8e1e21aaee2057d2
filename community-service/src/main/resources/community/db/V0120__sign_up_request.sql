-- Which keyed request signed the member up (SHA-256 of the key), for a repeat whose first answer was lost.
ALTER TABLE member ADD COLUMN sign_up_request text;
