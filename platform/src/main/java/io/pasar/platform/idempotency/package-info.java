/// Unsafe calls that may be repeated: one effect and one answer per key.
///
/// Life of a keyed request: the filter reads the body, opens a transaction and claims the key (waiting for a
/// twin that runs); the controller runs inside; its answer is kept in the same transaction; only after the
/// commit is it sent. Whoever dies in between has either left nothing, or an answer that the repeat gets.
@NullMarked
package io.pasar.platform.idempotency;

import org.jspecify.annotations.NullMarked;
