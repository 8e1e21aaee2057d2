/// Models that write: the built-in one and those of providers, all behind Spring AI's `ChatClient`; prompts, their
/// version, the reading of answers. Start reading at [CopyModelClient].
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "brief", "check", "compose", "term", "fact", "market"})
package io.pasar.content.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
