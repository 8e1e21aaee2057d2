/// A producing and a consuming service on the event stream, for its tests.
@NullMarked
package io.pasar.platform.event.flow;

import org.jspecify.annotations.NullMarked;
