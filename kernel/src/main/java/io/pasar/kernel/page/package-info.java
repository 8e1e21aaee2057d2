/// Cursor-paged lists, the one list shape of the public interface.
@NullMarked
package io.pasar.kernel.page;

import org.jspecify.annotations.NullMarked;
