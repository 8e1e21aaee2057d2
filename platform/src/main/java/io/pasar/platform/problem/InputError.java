package io.pasar.platform.problem;

/// What is wrong with one value of the input.
///
/// @param pointer JSON Pointer (RFC 6901) to the value; for a query parameter or header its name with a leading
///     slash
/// @param detail what the value must be
public record InputError(String pointer, String detail) {}
