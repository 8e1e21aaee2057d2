package io.pasar.live.payment;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// UUIDv7 values nobody can guess from one they know: knowing a payment's id is what lets somebody act on it at
/// the sandbox, so 74 bits are random each time, while other ids count up within a millisecond.
class IntentIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    IntentIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextInt() & 0xfffL);
        long low = VARIANT | (random.nextLong() & VARIANT_MASK);
        return new UUID(high, low);
    }
}
