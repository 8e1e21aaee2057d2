/// Tests of the same-named package.
@NullMarked
package io.pasar.community.referral;

import org.jspecify.annotations.NullMarked;
