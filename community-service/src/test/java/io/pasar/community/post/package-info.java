/// Tests of the same-named package.
@NullMarked
package io.pasar.community.post;

import org.jspecify.annotations.NullMarked;
