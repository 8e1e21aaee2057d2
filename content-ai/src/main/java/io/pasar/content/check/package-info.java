/// The guard: pure rules that hold every text against the facts it was made from, the language asked for and the
/// rules of the market. Start reading at [CopyGuard].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "term", "fact", "sheet", "market", "brief"})
package io.pasar.content.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
