package io.pasar.live.invariant;

import java.util.List;

/// A feature's checks. Beans of this type are found by type.
public interface InvariantChecks {

    /// The same list every time.
    List<InvariantCheck> checks();
}
