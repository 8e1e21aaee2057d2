/// What tests of the community service share.
@NullMarked
package io.pasar.community.trial;

import org.jspecify.annotations.NullMarked;
