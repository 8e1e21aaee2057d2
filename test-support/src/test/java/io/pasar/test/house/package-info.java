/// Classes that break one rule of the house each, and one that keeps them all.
@NullMarked
package io.pasar.test.house;

import org.jspecify.annotations.NullMarked;
