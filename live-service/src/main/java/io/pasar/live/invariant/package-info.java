/// Statements that must be true of the stored data at every commit, written as SQL that finds what breaks
/// them. Features contribute their checks as beans; a job runs them and a meter tells how many rows broke one.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.live.invariant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
