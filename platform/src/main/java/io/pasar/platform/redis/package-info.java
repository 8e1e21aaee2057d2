/// Lettuce on one node or a cluster, and one typed class per Lua script.
@NullMarked
package io.pasar.platform.redis;

import org.jspecify.annotations.NullMarked;
