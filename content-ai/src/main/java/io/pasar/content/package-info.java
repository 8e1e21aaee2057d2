/// Root of the content service; every package below is a module of its own.
@NullMarked
package io.pasar.content;

import org.jspecify.annotations.NullMarked;
