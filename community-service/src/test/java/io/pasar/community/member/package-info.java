/// Tests of the same-named package.
@NullMarked
package io.pasar.community.member;

import org.jspecify.annotations.NullMarked;
