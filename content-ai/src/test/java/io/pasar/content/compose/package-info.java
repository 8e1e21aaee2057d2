@NullMarked
package io.pasar.content.compose;

import org.jspecify.annotations.NullMarked;
