/// Tests of the same-named package.
@NullMarked
package io.pasar.community.connection;

import org.jspecify.annotations.NullMarked;
