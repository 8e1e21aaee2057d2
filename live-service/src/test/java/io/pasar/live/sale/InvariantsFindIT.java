package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.UsesLiveService;
import io.pasar.live.invariant.InvariantService;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Each statement about sales, orders and payments finds what breaks it. A sound sale is planted with one thing
/// wrong, past all constraints, in a transaction that is rolled back.
@UsesLiveService
class InvariantsFindIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SALE = """
            insert into sale (id, room_id, seller_id, product_id, sku_id, title, variant_title, price_minor, currency,
                per_member, hold_seconds, opens_at, phase, total, available, held, sold, created_by)
            values (pg_temp.planted(1), pg_temp.planted(2), pg_temp.planted(3), pg_temp.planted(4), pg_temp.planted(5),
                'Batik', 'M', 2500, 'USD', 3, 120, clock_timestamp(), 'open', 5, 1, 2, 2, pg_temp.planted(3))""";

    private static final String MEMBER = """
            insert into sale_member (sale_id, member_id, units_max, held, sold)
            values (pg_temp.planted(1), pg_temp.planted(6), 3, 0, 2), (pg_temp.planted(1), pg_temp.planted(7), 3, 2, 0)""";

    private static final String RESERVATIONS = """
            insert into reservation (id, sale_id, member_id, quantity, state, expires_at, ended_at) values
            (pg_temp.planted(11), pg_temp.planted(1), pg_temp.planted(6), 2, 'confirmed', clock_timestamp(),
                clock_timestamp()),
            (pg_temp.planted(12), pg_temp.planted(1), pg_temp.planted(7), 2, 'held',
                clock_timestamp() + interval '1 hour', null)""";

    private static final String ORDERS = """
            insert into purchase_order (id, reservation_id, sale_id, room_id, buyer_id, seller_id, product_id, sku_id,
                title, variant_title, price_minor, currency, quantity, total_minor, refunded_minor, state, expires_at,
                paid_at) values
            (pg_temp.planted(21), pg_temp.planted(11), pg_temp.planted(1), pg_temp.planted(2), pg_temp.planted(6),
                pg_temp.planted(3), pg_temp.planted(4), pg_temp.planted(5), 'Batik', 'M', 2500, 'USD', 2, 5000, 1000,
                'paid', clock_timestamp(), clock_timestamp()),
            (pg_temp.planted(22), pg_temp.planted(12), pg_temp.planted(1), pg_temp.planted(2), pg_temp.planted(7),
                pg_temp.planted(3), pg_temp.planted(4), pg_temp.planted(5), 'Batik', 'M', 2500, 'USD', 2, 5000, 0,
                'pendingPayment', clock_timestamp() + interval '1 hour', null)""";

    private static final String INTENTS = """
            insert into payment_intent (id, order_id, payer_id, provider, amount_minor, currency, state, captured_minor,
                refunded_minor, captured_at) values
            (pg_temp.planted(31), pg_temp.planted(21), pg_temp.planted(6), 'sandbox', 5000, 'USD', 'captured', 5000,
                1000, clock_timestamp()),
            (pg_temp.planted(32), pg_temp.planted(22), pg_temp.planted(7), 'sandbox', 5000, 'USD', 'open', 0, 0, null)""";

    private static final String REFUND = """
            insert into payment_refund (id, intent_id, order_id, amount_minor, currency, cause, state, done_at,
                next_attempt_at)
            values (pg_temp.planted(41), pg_temp.planted(31), pg_temp.planted(21), 1000, 'USD', 'seller', 'done',
                clock_timestamp(), clock_timestamp() + interval '1 day')""";

    private static final List<String> SOUND = List.of(
            "set local session_replication_role = replica",
            "create function pg_temp.planted(n integer) returns uuid language sql as "
                    + "$$ select ('01999999-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$",
            "alter table sale drop constraint sale_units_add_up, drop constraint sale_available_check",
            "alter table sale_member drop constraint sale_member_limit",
            "alter table purchase_order drop constraint purchase_order_one_per_hold",
            "alter table payment_intent drop constraint payment_intent_one_per_order,"
                    + " drop constraint payment_intent_refunds",
            SALE,
            MEMBER,
            RESERVATIONS,
            ORDERS,
            INTENTS,
            REFUND);

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private InvariantService invariants;

    @AfterEach
    void forgetWhatWasFound() {
        invariants.check().block(PATIENCE);
    }

    @Test
    void findNothingInASoundSale() {
        SortedMap<String, Long> before = found(List.of());
        assertThat(found(SOUND)).isEqualTo(before);
    }

    @Test
    void areAllTriedHere() {
        List<String> tried =
                violations().map(each -> (String) each.get()[0]).distinct().toList();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(found(List.of()).keySet());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void findWhatBreaksThem(String invariant, String violation) {
        Long before = found(SOUND).getOrDefault(invariant, 0L);
        List<String> broken =
                Stream.concat(SOUND.stream(), Stream.of(violation)).toList();
        assertThat(found(broken)).containsEntry(invariant, before + 1);
    }

    static Stream<Arguments> violations() {
        String sale = "update sale set %s where id = pg_temp.planted(1)";
        String hold = "update reservation set %s where id = pg_temp.planted(12)";
        String order = "update purchase_order set %s where id = pg_temp.planted(%d)";
        String intent = "update payment_intent set %s where id = pg_temp.planted(%d)";
        String refund = "update payment_refund set %s where id = pg_temp.planted(41)";
        String buyer = "update sale_member set %s where member_id = pg_temp.planted(7)";
        return Stream.of(
                Arguments.of("I1-units-add-up", sale.formatted("available = 2")),
                Arguments.of("I1-units-add-up", sale.formatted("available = -1, total = 3")),
                Arguments.of("I2-stock-is-what-reservations-say", sale.formatted("held = 1, available = 2")),
                Arguments.of("I2-stock-is-what-reservations-say", sale.formatted("sold = 3, available = 0")),
                Arguments.of("I2-stock-is-what-reservations-say", hold.formatted("quantity = 1")),
                Arguments.of("I4-holds-end", hold.formatted("expires_at = clock_timestamp() - interval '11 seconds'")),
                Arguments.of("I6-member-limit", buyer.formatted("held = 1")),
                Arguments.of("I6-member-limit", buyer.formatted("sold = 1")),
                Arguments.of("I6-member-limit", "delete from sale_member where member_id = pg_temp.planted(7)"),
                Arguments.of(
                        "I6-member-limit",
                        sale.formatted("per_member = 1, held = 1, available = 2")
                                + "; update sale_member set held = 1 where member_id = pg_temp.planted(7)"
                                + "; update reservation set quantity = 1 where id = pg_temp.planted(12)"),
                Arguments.of("I7-one-order-per-hold", """
                        insert into purchase_order select (jsonb_populate_record(o, jsonb_build_object('id',
                            pg_temp.planted(23)))).* from purchase_order o where id = pg_temp.planted(22)"""),
                Arguments.of(
                        "I7-order-and-hold-agree", hold.formatted("state = 'expired', ended_at = clock_timestamp()")),
                Arguments.of(
                        "I7-order-and-hold-agree", hold.formatted("state = 'confirmed', ended_at = clock_timestamp()")),
                Arguments.of(
                        "I7-order-and-hold-agree", order.formatted("state = 'paid', paid_at = clock_timestamp()", 22)),
                Arguments.of(
                        "I7-order-and-hold-agree",
                        order.formatted("state = 'cancelled', cancel_reason = 'expired'", 22)),
                Arguments.of(
                        "I7-confirmed-holds-have-orders", "delete from purchase_order where id = pg_temp.planted(21)"),
                Arguments.of("I7-paid-orders-are-captured", intent.formatted("state = 'open', captured_at = null", 31)),
                Arguments.of(
                        "I7-paid-orders-are-captured", "delete from payment_intent where id = pg_temp.planted(31)"),
                Arguments.of(
                        "I7-paid-orders-are-captured",
                        intent.formatted(
                                "state = 'captured', captured_minor = 5000," + " captured_at = clock_timestamp()", 32)),
                Arguments.of(
                        "I7-paid-orders-are-captured",
                        order.formatted("state = 'cancelled', cancel_reason = 'expired', paid_at = null", 21)),
                Arguments.of("I7-orders-know-refunds", order.formatted("refunded_minor = 0", 21)),
                Arguments.of("I7-orders-know-refunds", order.formatted("refunded_minor = 1", 22)),
                Arguments.of("I7-orders-know-refunds", refund.formatted("amount_minor = 999")),
                Arguments.of("I7-one-capture-per-order", """
                        insert into payment_intent select (jsonb_populate_record(i, jsonb_build_object('id',
                            pg_temp.planted(33)))).* from payment_intent i where id = pg_temp.planted(31)"""),
                Arguments.of("I7-refunded-at-most-captured", intent.formatted("refunded_minor = 5001", 31)),
                Arguments.of("I7-refunded-at-most-captured", intent.formatted("refunded_minor = 999", 31)),
                Arguments.of(
                        "I7-refunded-at-most-captured", "delete from payment_refund where id = pg_temp.planted(41)"),
                Arguments.of(
                        "refunds-arrive",
                        refund.formatted("state = 'requested', done_at = null,"
                                + " created_at = clock_timestamp() - interval '61 minutes'")));
    }

    private SortedMap<String, Long> found(List<String> statements) {
        Mono<SortedMap<String, Long>> check = Flux.fromIterable(statements)
                .concatMap(sql -> database.sql(sql).then())
                .then(Mono.defer(invariants::check));
        return transactions
                .execute(status -> {
                    status.setRollbackOnly();
                    return check;
                })
                .last()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
