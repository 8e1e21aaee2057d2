@NullMarked
package io.pasar.content.copy;

import org.jspecify.annotations.NullMarked;
