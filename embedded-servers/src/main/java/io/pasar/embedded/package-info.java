/// Real PostgreSQL and Redis server processes for development, demonstrations and tests. Start reading at
/// [io.pasar.embedded.EmbeddedServer].
@NullMarked
package io.pasar.embedded;

import org.jspecify.annotations.NullMarked;
