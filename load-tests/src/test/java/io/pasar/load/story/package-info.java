@NullMarked
package io.pasar.load.story;

import org.jspecify.annotations.NullMarked;
