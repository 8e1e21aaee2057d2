/// Orders: what a reservation becomes when somebody means to pay for it.
///
/// `OrderService` places, shows and cancels; `OrderPaymentHandler` decides what collected money means;
/// `OrderHoldHandler` cancels with the hold; `OrderRefundService` gives money back on the seller's word. Rows
/// are locked after those of reservations and sales and before those of payments.
@ApplicationModule(allowedDependencies = {"sale", "payment", "room", "connection", "invariant", "figure"})
@NullMarked
package io.pasar.live.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
