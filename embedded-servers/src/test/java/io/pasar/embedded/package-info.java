@NullMarked
package io.pasar.embedded;

import org.jspecify.annotations.NullMarked;
