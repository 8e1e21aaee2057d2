package io.pasar.kernel.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/// Makes UUIDv7 values (RFC 9562): 48 bits of milliseconds, then a counter that keeps values of one process
/// rising, then randomness. Injected, so that tests can make ids predictable.
@FunctionalInterface
public interface IdGenerator {

    /// The next value; never the same twice in one process.
    UUID next();

    /// The generator of a running service.
    static IdGenerator timeOrdered() {
        NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();
        return generator::generate;
    }
}
