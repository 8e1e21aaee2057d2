@NullMarked
package io.pasar.live.catalogue;

import org.jspecify.annotations.NullMarked;
