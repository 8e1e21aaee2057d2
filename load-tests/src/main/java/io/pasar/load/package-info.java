/// Programs that press on a running Pasar from outside and check its promises at the end.
@NullMarked
package io.pasar.load;

import org.jspecify.annotations.NullMarked;
