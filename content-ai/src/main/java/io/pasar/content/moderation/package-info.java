/// Moderation of texts. Its call is named here and answers that it is not built yet.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.pasar.content.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
