/// Work that repeats for as long as the service runs.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.community.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
