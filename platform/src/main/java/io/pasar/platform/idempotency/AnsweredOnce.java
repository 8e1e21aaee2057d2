package io.pasar.platform.idempotency;

/// What a request under a key is answered.
///
/// @param replayed whether an earlier request had this answer
record AnsweredOnce(KeptAnswer answer, boolean replayed) {}
