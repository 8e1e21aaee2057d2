package io.pasar.live.order;

import io.pasar.live.invariant.InvariantCheck;
import io.pasar.live.invariant.InvariantChecks;
import java.util.List;

/// What must be true of orders at every commit.
class OrderInvariants implements InvariantChecks {

    @Override
    public List<InvariantCheck> checks() {
        return List.of(
                new InvariantCheck("I7-one-order-per-hold", "a reservation has at most one order", """
                        select count(*) from (
                            select reservation_id from purchase_order group by reservation_id having count(*) > 1
                        ) twice"""),
                new InvariantCheck(
                        "I7-order-and-hold-agree",
                        "an order is paid exactly if its hold is confirmed, and pending only while it is held",
                        """
                        select count(*) from purchase_order o join reservation r on r.id = o.reservation_id
                        where (o.state in ('paid', 'refunded')) <> (r.state = 'confirmed')
                        or (o.state = 'pendingPayment') <> (r.state = 'held')"""),
                new InvariantCheck("I7-confirmed-holds-have-orders", "units are sold only by an order", """
                        select count(*) from reservation r
                        where r.state = 'confirmed'
                        and not exists (select from purchase_order o where o.reservation_id = r.id)"""),
                new InvariantCheck(
                        "I7-paid-orders-are-captured",
                        "an order is paid exactly if its money was captured, unless that came too late and goes back",
                        """
                        select count(*) from purchase_order o left join payment_intent i on i.order_id = o.id
                        where (o.state in ('paid', 'refunded') and i.state is distinct from 'captured')
                        or (o.state = 'pendingPayment' and i.state = 'captured')
                        or (o.state = 'cancelled' and i.captured_minor <> i.refunded_minor)"""),
                new InvariantCheck(
                        "I7-orders-know-refunds", "an order's refunded money is that of its finished refunds", """
                        select count(*) from purchase_order o left join (
                            select order_id, sum(amount_minor) as amount from payment_refund
                            where state = 'done' and cause = 'seller' group by order_id
                        ) r on r.order_id = o.id
                        where o.refunded_minor <> coalesce(r.amount, 0)"""));
    }
}
