/// Comments under posts.
@ApplicationModule(allowedDependencies = {"member", "post"})
@NullMarked
package io.pasar.community.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
