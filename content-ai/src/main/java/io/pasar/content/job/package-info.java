/// Copy over a whole catalogue, with progress and pauses. Its calls are named here and answer that they are not built
// yet.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.pasar.content.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
