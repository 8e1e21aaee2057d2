package io.pasar.content.copy;

/// Something the caller should know about one value of the request that did not stop it.
///
/// @param pointer JSON Pointer to the value
public record CopyNote(String pointer, String detail) {}
