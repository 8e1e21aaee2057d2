/// The home feed: the newest posts of those a member follows, each with the reason why it is there.
@ApplicationModule(allowedDependencies = {"member", "post", "follow"})
@NullMarked
package io.pasar.community.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
