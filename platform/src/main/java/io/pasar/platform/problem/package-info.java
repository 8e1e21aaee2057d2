/// Refusals: one exception type, one place that turns it and every framework error into RFC 9457 problem
/// answers.
@NullMarked
package io.pasar.platform.problem;

import org.jspecify.annotations.NullMarked;
