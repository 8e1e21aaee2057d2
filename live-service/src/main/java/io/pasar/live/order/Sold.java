package io.pasar.live.order;

import io.pasar.kernel.money.Money;

/// What was sold in one currency.
///
/// @param revenue what buyers paid and did not get back
record Sold(long orders, long units, Money revenue) {}
