/// The languages copy is written in: how one is told from another, which words carry no statement, and how a
/// model sounds when it refuses. Data under `content/languages`. Start reading at [Language].
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.pasar.content.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
