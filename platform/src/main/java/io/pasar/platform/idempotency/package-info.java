/// Unsafe calls that may be repeated: one effect and one answer per key.
@NullMarked
package io.pasar.platform.idempotency;

import org.jspecify.annotations.NullMarked;
