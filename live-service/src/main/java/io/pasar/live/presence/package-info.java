/// How many watch, and what they feel: viewers counted over all nodes, reactions added up, both told a few
/// times a second and never once a viewer or a like.
@ApplicationModule(allowedDependencies = {"connection", "room"})
@NullMarked
package io.pasar.live.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
