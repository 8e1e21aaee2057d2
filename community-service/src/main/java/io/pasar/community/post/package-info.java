/// Posts with media and tagged products, their edits, and the snapshot of products that tags show.
@ApplicationModule(allowedDependencies = {"member"})
@NullMarked
package io.pasar.community.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
