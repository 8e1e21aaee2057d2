/// Market rules as data: units, currency, number system, formality, forbidden and regulated claims, what the seller
/// must state. Read and validated at start, versioned by their content. Start reading at [Markets].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "fact"})
package io.pasar.content.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
