/// Root of the live service; every package below is a module of its own.
@NullMarked
package io.pasar.live;

import org.jspecify.annotations.NullMarked;
