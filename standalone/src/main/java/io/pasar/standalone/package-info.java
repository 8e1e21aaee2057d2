/// Pasar whole in one process: embedded servers, the three services as three Spring contexts, one port. Start
/// reading at [io.pasar.standalone.PasarApplication].
@NullMarked
package io.pasar.standalone;

import org.jspecify.annotations.NullMarked;
