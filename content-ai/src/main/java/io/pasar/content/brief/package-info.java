/// The assignment a model gets, and the shape of what it hands in. Start reading at [Brief].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "fact", "market"})
package io.pasar.content.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
