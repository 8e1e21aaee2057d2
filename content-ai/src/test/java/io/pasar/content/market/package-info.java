@NullMarked
package io.pasar.content.market;

import org.jspecify.annotations.NullMarked;
