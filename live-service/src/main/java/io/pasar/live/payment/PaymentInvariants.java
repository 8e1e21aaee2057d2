package io.pasar.live.payment;

import io.pasar.live.invariant.InvariantCheck;
import io.pasar.live.invariant.InvariantChecks;
import java.util.List;

/// What must be true of payments at every commit.
class PaymentInvariants implements InvariantChecks {

    @Override
    public List<InvariantCheck> checks() {
        return List.of(
                new InvariantCheck("I7-one-capture-per-order", "an order's money is captured at most once", """
                        select count(*) from (
                            select order_id from payment_intent where state = 'captured'
                            group by order_id having count(*) > 1
                        ) twice"""),
                new InvariantCheck(
                        "I7-refunded-at-most-captured",
                        "what was given back is what the refunds say and at most what was captured",
                        """
                        select count(*) from payment_intent i left join (
                            select intent_id, sum(amount_minor) as amount from payment_refund group by intent_id
                        ) r on r.intent_id = i.id
                        where i.refunded_minor > i.captured_minor or i.refunded_minor <> coalesce(r.amount, 0)"""),
                new InvariantCheck("refunds-arrive", "a provider gives money back within an hour of being asked", """
                        select count(*) from payment_refund
                        where state = 'requested' and created_at < clock_timestamp() - interval '1 hour'"""));
    }
}
