@NullMarked
package io.pasar.content.fact;

import org.jspecify.annotations.NullMarked;
