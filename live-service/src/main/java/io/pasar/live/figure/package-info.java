/// What happened in a room over time, for its host's charts: counts of facts, which their features contribute
/// as a `FigurePart`, and samples of what has no history (viewers, stock), taken of every live room by one node
/// at a time.
@ApplicationModule(allowedDependencies = "room")
@NullMarked
package io.pasar.live.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
