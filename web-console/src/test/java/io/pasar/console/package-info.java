@NullMarked
package io.pasar.console;

import org.jspecify.annotations.NullMarked;
