package io.pasar.live.figure;

import java.time.Instant;

/// What a live room looked like.
///
/// @param stock available units of the open sales
record Sample(Instant at, int viewers, long stock) {}
