/// The product on stage in a room: the host puts one of their own products there, viewers see it change.
@ApplicationModule(allowedDependencies = {"connection", "room", "catalogue"})
@NullMarked
package io.pasar.live.showcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
