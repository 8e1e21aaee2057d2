/// What a process does that is started before the servers it needs: it waits for them.
@NullMarked
package io.pasar.platform.start;

import org.jspecify.annotations.NullMarked;
