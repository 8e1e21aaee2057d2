/// Reads the Shopify product CSV, in its old and its new column names, one product at a time. Plain Java on a
/// stream of bytes: no framework, no waiting, no more memory than one product and the set of handles.
@NullMarked
package io.pasar.live.catalogue.shopify;

import org.jspecify.annotations.NullMarked;
