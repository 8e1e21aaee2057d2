/// Tests of the same-named package.
@NullMarked
package io.pasar.community.feed;

import org.jspecify.annotations.NullMarked;
