@NullMarked
package io.pasar.live.order;

import org.jspecify.annotations.NullMarked;
