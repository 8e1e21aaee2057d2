/// The built-in writer: composes copy from a [sheet][io.pasar.content.sheet.Sheet] by a grammar for each language
/// and lines by voice under `content/wording`. Pure and deterministic. Start reading at [Composer].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "term", "fact", "sheet", "market", "brief"})
package io.pasar.content.compose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
