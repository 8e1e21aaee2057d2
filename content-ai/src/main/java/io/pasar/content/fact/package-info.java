/// What is known about a product: facts as they were sent, the numbers, units, prices and dates in them lifted
/// out into placeholders, and the rendering of those in a market's format. No model ever sees or writes such a
/// number. Start reading at [MeasureScanner].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "term"})
package io.pasar.content.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
