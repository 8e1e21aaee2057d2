@NullMarked
package io.pasar.live.showcase;

import org.jspecify.annotations.NullMarked;
