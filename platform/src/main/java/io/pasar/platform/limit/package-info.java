/// Rate limits as data, counted in Redis.
@NullMarked
package io.pasar.platform.limit;

import org.jspecify.annotations.NullMarked;
