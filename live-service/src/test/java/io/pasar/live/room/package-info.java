@NullMarked
package io.pasar.live.room;

import org.jspecify.annotations.NullMarked;
