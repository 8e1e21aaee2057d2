/// The double-entry ledger of points and money rewards: append-only, balanced, hash-chained. It knows nothing
/// of what rewards are for.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.community.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
