/// Exact money in minor units with the exponents of ISO 4217.
@NullMarked
package io.pasar.kernel.money;

import org.jspecify.annotations.NullMarked;
