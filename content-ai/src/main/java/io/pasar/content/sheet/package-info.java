/// What the facts of a product say, in terms instead of words: the thing, its traits, labelled values and what
/// could only be kept as it was told. Start reading at [SheetReader].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "term", "fact"})
package io.pasar.content.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
