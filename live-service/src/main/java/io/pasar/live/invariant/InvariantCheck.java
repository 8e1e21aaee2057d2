package io.pasar.live.invariant;

/// One statement about the stored data.
///
/// @param name stable name for meters and logs, such as `I1-units-add-up`
/// @param says the statement, for people
/// @param violations SQL of one statement, hence of one snapshot, that selects one number: how many rows break
///     the statement
public record InvariantCheck(String name, String says, String violations) {}
