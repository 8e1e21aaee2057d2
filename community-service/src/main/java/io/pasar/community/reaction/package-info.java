/// Reactions to posts.
@ApplicationModule(allowedDependencies = {"member", "post"})
@NullMarked
package io.pasar.community.reaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
