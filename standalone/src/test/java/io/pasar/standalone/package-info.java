@NullMarked
package io.pasar.standalone;

import org.jspecify.annotations.NullMarked;
