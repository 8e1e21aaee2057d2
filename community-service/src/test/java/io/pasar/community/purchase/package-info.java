/// Tests of the same-named package.
@NullMarked
package io.pasar.community.purchase;

import org.jspecify.annotations.NullMarked;
