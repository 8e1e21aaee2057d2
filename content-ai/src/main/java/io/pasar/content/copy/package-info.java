/// Copy on request: reads and bounds the request, asks a model, holds every text against the facts, keeps what was
/// paid for. Start reading at [CopyService].
@NullMarked
@ApplicationModule(
        allowedDependencies = {"language", "term", "fact", "sheet", "market", "brief", "compose", "check", "model"})
package io.pasar.content.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
