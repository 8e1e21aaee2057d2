/// The community socket: rewards, notices and hints that the feed has grown.
@ApplicationModule(allowedDependencies = {"member", "post", "follow"})
@NullMarked
package io.pasar.community.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
