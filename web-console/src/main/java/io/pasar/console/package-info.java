/// Bundles the pages while building. Nothing of this is in the jar or runs with Pasar.
@NullMarked
package io.pasar.console;

import org.jspecify.annotations.NullMarked;
