/// A small service on the platform, for the tests of its edge.
@NullMarked
package io.pasar.platform.trial;

import org.jspecify.annotations.NullMarked;
