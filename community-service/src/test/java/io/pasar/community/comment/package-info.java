/// Tests of the same-named package.
@NullMarked
package io.pasar.community.comment;

import org.jspecify.annotations.NullMarked;
