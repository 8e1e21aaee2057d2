/// The service's own schema: migration, pool, transactions and what runs after them.
@NullMarked
package io.pasar.platform.postgres;

import org.jspecify.annotations.NullMarked;
