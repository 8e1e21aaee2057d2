/// Tests of the same-named package.
@NullMarked
package io.pasar.community.ledger;

import org.jspecify.annotations.NullMarked;
