@NullMarked
package io.pasar.live.sale;

import org.jspecify.annotations.NullMarked;
