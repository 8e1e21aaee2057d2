/// Root of the community service; every package below is a module of its own.
@NullMarked
package io.pasar.community;

import org.jspecify.annotations.NullMarked;
