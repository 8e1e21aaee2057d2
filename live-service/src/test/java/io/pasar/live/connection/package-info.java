@NullMarked
package io.pasar.live.connection;

import org.jspecify.annotations.NullMarked;
