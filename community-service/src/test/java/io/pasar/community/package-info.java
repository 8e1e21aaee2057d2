/// Tests of the community service as a whole.
@NullMarked
package io.pasar.community;

import org.jspecify.annotations.NullMarked;
