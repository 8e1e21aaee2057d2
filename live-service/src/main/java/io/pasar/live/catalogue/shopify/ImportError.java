package io.pasar.live.catalogue.shopify;

/// Why one product of a file was not imported.
///
/// @param line of the file, counted from 1
/// @param handle of the product as the file writes it, at most 255 characters; may be empty
/// @param column the column's name in this file
/// @param detail what the cell must be
public record ImportError(long line, String handle, String column, String detail) {}
