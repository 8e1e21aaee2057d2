/// The event stream: transactional outbox, relay to Redis Streams, consumers that take each event once, dead
/// letters.
@NullMarked
package io.pasar.platform.event;

import org.jspecify.annotations.NullMarked;
