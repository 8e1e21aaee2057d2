@NullMarked
package io.pasar.live.catalogue.shopify;

import org.jspecify.annotations.NullMarked;
