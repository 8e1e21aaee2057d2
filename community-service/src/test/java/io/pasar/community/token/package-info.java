/// Tests of the same-named package.
@NullMarked
package io.pasar.community.token;

import org.jspecify.annotations.NullMarked;
