-- The trace an event was written in (W3C Trace Context), for its consumers to go on with; null outside of traces.
ALTER TABLE outbox ADD COLUMN traceparent text;
