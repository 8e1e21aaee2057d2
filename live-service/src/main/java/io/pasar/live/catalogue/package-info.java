/// What a seller offers: products with their variants, written one by one or imported from a Shopify product
/// CSV. Anyone may read a product; only its owner lists, imports and follows the import. Other features ask
/// `CatalogueService` for a product or for one variant of it; sold counts come back as events of paid and
/// refunded orders.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.live.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
