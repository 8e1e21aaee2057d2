/// The versioned records services exchange over the event stream, in CloudEvents 1.0 envelopes.
@NullMarked
package io.pasar.kernel.event;

import org.jspecify.annotations.NullMarked;
