package io.pasar.kernel.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/// Makes UUIDv7 values (RFC 9562): 48 bits of milliseconds, then randomness that is counted up within one
/// millisecond (method 2 of section 6.2), so that the values of one process always rise. Injected, so that
/// tests can make ids predictable.
@FunctionalInterface
public interface IdGenerator {

    /// The next value; never the same twice in one process.
    UUID next();

    /// The generator of a running service.
    static IdGenerator timeOrdered() {
        NoArgGenerator generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }
}
