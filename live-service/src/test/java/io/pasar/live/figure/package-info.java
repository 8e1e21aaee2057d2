@NullMarked
package io.pasar.live.figure;

import org.jspecify.annotations.NullMarked;
