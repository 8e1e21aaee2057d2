/// Tests of the same-named package.
@NullMarked
package io.pasar.community.reward;

import org.jspecify.annotations.NullMarked;
