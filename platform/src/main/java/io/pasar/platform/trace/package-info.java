/// Traces: one from a command on a socket or a call over its SQL and Redis commands to the events it caused and
/// their effects in other services.
@NullMarked
package io.pasar.platform.trace;

import org.jspecify.annotations.NullMarked;
