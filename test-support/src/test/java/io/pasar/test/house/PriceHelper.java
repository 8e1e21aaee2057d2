package io.pasar.test.house;

/// A name that says nothing.
final class PriceHelper {}
