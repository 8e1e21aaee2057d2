package io.pasar.live.sale;

import io.pasar.live.invariant.InvariantCheck;
import io.pasar.live.invariant.InvariantChecks;
import java.util.List;

/// What must be true of sales and reservations at every commit.
class SaleInvariants implements InvariantChecks {

    private static final String GRACE = "interval '10 seconds'";

    @Override
    public List<InvariantCheck> checks() {
        return List.of(
                new InvariantCheck(
                        "I1-units-add-up",
                        "available is not negative, and available, held and sold are what is offered",
                        """
                        select count(*) from sale
                        where available < 0 or held < 0 or sold < 0 or available + held + sold <> total"""),
                new InvariantCheck(
                        "I2-stock-is-what-reservations-say",
                        "a sale's held and sold units are those of its held and confirmed reservations",
                        """
                        select count(*) from sale s left join (
                            select sale_id, coalesce(sum(quantity) filter (where state = 'held'), 0) as held,
                                coalesce(sum(quantity) filter (where state = 'confirmed'), 0) as sold
                            from reservation group by sale_id
                        ) r on r.sale_id = s.id
                        where s.held <> coalesce(r.held, 0) or s.sold <> coalesce(r.sold, 0)"""),
                new InvariantCheck(
                        "I4-holds-end",
                        "a hold ends soon after its time",
                        "select count(*) from reservation where state = 'held' and expires_at < clock_timestamp() - "
                                + GRACE),
                new InvariantCheck(
                        "I6-member-limit",
                        "what a member holds and has bought is what the reservations say, within the limit",
                        """
                        select count(*) from sale_member m join sale s on s.id = m.sale_id full join (
                            select sale_id, member_id, coalesce(sum(quantity) filter (where state = 'held'), 0) as held,
                                coalesce(sum(quantity) filter (where state = 'confirmed'), 0) as sold
                            from reservation group by sale_id, member_id
                        ) r on r.sale_id = m.sale_id and r.member_id = m.member_id
                        where m.held is distinct from r.held or m.sold is distinct from r.sold
                        or m.held + m.sold > s.per_member"""));
    }
}
