/// Tests of the same-named package.
@NullMarked
package io.pasar.community.follow;

import org.jspecify.annotations.NullMarked;
