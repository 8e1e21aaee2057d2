/// Who bought what, for the mark of a verified purchase.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.community.purchase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
