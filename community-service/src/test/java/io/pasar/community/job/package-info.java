/// Tests of the same-named package.
@NullMarked
package io.pasar.community.job;

import org.jspecify.annotations.NullMarked;
