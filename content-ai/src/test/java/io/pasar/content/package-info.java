@NullMarked
package io.pasar.content;

import org.jspecify.annotations.NullMarked;
