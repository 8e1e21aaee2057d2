/// Tests of the parts of the event stream.
@NullMarked
package io.pasar.platform.event;

import org.jspecify.annotations.NullMarked;
