@NullMarked
package io.pasar.live.presence;

import org.jspecify.annotations.NullMarked;
