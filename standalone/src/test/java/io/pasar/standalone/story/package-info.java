/// The product's main story, played through the published contract only.
@NullMarked
package io.pasar.standalone.story;

import org.jspecify.annotations.NullMarked;
