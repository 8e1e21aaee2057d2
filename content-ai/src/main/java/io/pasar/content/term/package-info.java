/// The term base: materials, colours, products, parts, care and labels in every language the built-in model
/// writes. It reads facts, writes copy and is the guard's list of what nobody may invent. Data under
/// `content/terms`. Start reading at [Terminology].
@NullMarked
@ApplicationModule(allowedDependencies = "language")
package io.pasar.content.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
