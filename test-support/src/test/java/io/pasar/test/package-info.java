@NullMarked
package io.pasar.test;

import org.jspecify.annotations.NullMarked;
