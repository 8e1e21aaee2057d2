package io.pasar.live.catalogue;

/// A picture of a product, kept as a link.
///
/// @param src absolute `https` or `http` address, or a plain path on the site that shows the product; at most
///     2,048 characters
/// @param alt what it shows, for people who do not see it; may be empty
public record ProductImage(String src, String alt) {}
