@NullMarked
package io.pasar.live.catalogue.intake;

import org.jspecify.annotations.NullMarked;
