@NullMarked
package io.pasar.live.payment;

import org.jspecify.annotations.NullMarked;
