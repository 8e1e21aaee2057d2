/// Who follows whom.
@ApplicationModule(allowedDependencies = {"member"})
@NullMarked
package io.pasar.community.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
