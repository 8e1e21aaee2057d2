/// Tests of the same-named package.
@NullMarked
package io.pasar.community.reaction;

import org.jspecify.annotations.NullMarked;
