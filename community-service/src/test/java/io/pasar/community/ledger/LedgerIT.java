package io.pasar.community.ledger;

import static io.pasar.community.trial.CommunityClient.body;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The ledger on a real database.
@UsesCommunity
class LedgerIT {

    private final Instant later = Instant.now().plusSeconds(3600);
    private final Instant earlier = Instant.now().minusSeconds(3600);

    @Autowired
    LedgerService ledger;

    @Autowired
    LedgerCheckService check;

    @Autowired
    CommunityClient community;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @AfterEach
    void addsUp() {
        assertThat(check.check().block()).isEmpty();
    }

    @Test
    void givesOnceHoweverManyGiveAtOnce() {
        TestMember anna = community.member();
        Grant grant = grant(anna, 100, later);
        Together.all(20, () -> {
            ledger.grant(grant).block();
            return true;
        });
        assertThat(balance(anna)).isEqualTo("0 + 100");
    }

    @Test
    void keepsTheChainWholeWhileManyWriteAtOnce() {
        List<TestMember> members = List.of(community.member(), community.member());
        AtomicInteger number = new AtomicInteger();
        Together.all(40, () -> {
            TestMember member = members.get(number.getAndIncrement() % 2);
            Grant grant = grant(member, 10, later);
            ledger.grant(grant).block();
            ledger.reduce(new Reduction(grant.reference(), 7, "refund", "refund/" + UUID.randomUUID()))
                    .block();
            return true;
        });
        assertThat(balance(members.getFirst())).isEqualTo("0 + 140");
        assertThat(balance(members.getLast())).isEqualTo("0 + 140");
    }

    @Test
    void makesARewardTheMembersOwnWhenItsTimeHasCome() {
        TestMember anna = community.member();
        ledger.grant(grant(anna, 100, earlier)).block();
        ledger.grant(grant(anna, 50, later)).block();
        Together.all(4, () -> ledger.matureDue().block());
        assertThat(balance(anna)).isEqualTo("100 + 50");
        assertThat(lines(anna)).containsExactly("50 pending", "100 posted");
    }

    @Test
    void takesBackAfterMaturityNoMoreThanThereIs() {
        TestMember anna = community.member();
        Grant grant = grant(anna, 100, earlier);
        ledger.grant(grant).block();
        ledger.matureDue().block();
        ledger.reduce(new Reduction(grant.reference(), 40, "refund", "refund/" + UUID.randomUUID()))
                .block();
        ledger.reduce(new Reduction(grant.reference(), 0, "refund", "refund/" + UUID.randomUUID()))
                .block();
        ledger.reduce(new Reduction(grant.reference(), 0, "refund", "refund/" + UUID.randomUUID()))
                .block();
        assertThat(balance(anna)).isEqualTo("0 + 0");
        assertThat(lines(anna)).containsExactly("-40 posted", "-60 posted", "100 posted");
    }

    @Test
    void changesNothingWhenTheTransactionAroundItFails() {
        TestMember anna = community.member();
        Mono<Void> failing = ledger.grant(grant(anna, 100, later))
                .then(Mono.<Void>error(new IllegalStateException("on purpose")))
                .as(transaction::transactional);
        assertThatThrownBy(failing::block).hasMessage("on purpose");
        assertThat(balance(anna)).isEqualTo("0 + 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET amount = amount + 1",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "UPDATE ledger_transaction SET reason = 'another'",
                "DELETE FROM ledger_transaction",
                "TRUNCATE ledger_transaction CASCADE",
                "UPDATE ledger_account SET balance = -1 WHERE purpose = 'available'"
            })
    void refusesToBeRewritten(String sql) {
        TestMember anna = community.member();
        ledger.grant(grant(anna, 100, earlier)).block();
        ledger.matureDue().block();
        assertThatThrownBy(() -> database.sql(sql).then().block())
                .rootCause()
                .hasMessageMatching("(?s).*(append-only|violates check constraint).*");
        assertThat(balance(anna)).isEqualTo("100 + 0");
    }

    @Test
    void refusesATransactionThatIsNotBalanced() {
        String lonely = """
                WITH t AS (INSERT INTO ledger_transaction (seq, reference, reason, at, previous_hash, hash)
                           SELECT max(seq) + 1, 'lonely', 'test', now(), '\\x00', '\\x01' FROM ledger_transaction
                           RETURNING seq)
                INSERT INTO ledger_entry (id, seq, position, account, amount, line)
                SELECT gen_random_uuid(), t.seq, 1, a.id, 5, false
                FROM t, (SELECT id FROM ledger_account WHERE purpose = 'programme') a""";
        ledger.grant(grant(community.member(), 1, later)).block();
        assertThatThrownBy(() -> database.sql(lonely).then().block()).hasMessageContaining("is not balanced");
    }

    @Test
    void noticesAnEntryChangedBehindItsBack() {
        TestMember anna = community.member();
        ledger.grant(grant(anna, 100, later)).block();
        Mono<List<String>> tampered = database.sql("SET LOCAL session_replication_role = replica")
                .then()
                .then(database.sql("UPDATE ledger_transaction SET reason = 'another' WHERE seq = "
                                + "(SELECT max(seq) FROM ledger_transaction)")
                        .then())
                .then(Mono.defer(check::check))
                .delayUntil(_ -> Mono.empty());
        List<String> found = requireNonNull(transaction
                .execute(status -> {
                    status.setRollbackOnly();
                    return tampered;
                })
                .blockFirst());
        assertThat(found).singleElement().asString().startsWith("the hash chain is broken at transaction");
    }

    @Test
    void pagesLinesNewestFirst() {
        TestMember anna = community.member();
        List<String> given = new ArrayList<>();
        for (int amount = 1; amount <= 5; amount++) {
            ledger.grant(grant(anna, amount, later)).block();
            given.addFirst(amount + " pending");
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = body(community
                    .get(anna, "/v1/rewards/entries?limit=2" + after)
                    .expectStatus()
                    .isOk());
            page.get("items").forEach(item -> read.add(shown(item)));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(read).isEqualTo(given);
    }

    @Test
    void countsMoneyInItsOwnDecimals() {
        TestMember anna = community.member();
        ledger.grant(new Grant(anna.id(), new RewardUnit("EUR"), 1990, later, "test", "test/" + UUID.randomUUID()))
                .block();
        assertThat(body(community.get(anna, "/v1/rewards/balance")).toString())
                .isEqualTo("{\"balances\":[{\"unit\":\"points\",\"available\":\"0\",\"pending\":\"0\"},"
                        + "{\"unit\":\"EUR\",\"available\":\"0.00\",\"pending\":\"19.90\"}]}");
    }

    private static Grant grant(TestMember member, long amount, Instant maturesAt) {
        MemberId id = member.id();
        return new Grant(id, RewardUnit.POINTS, amount, maturesAt, "test", "test/" + UUID.randomUUID());
    }

    private String balance(TestMember member) {
        JsonNode points = body(community.get(member, "/v1/rewards/balance"))
                .get("balances")
                .get(0);
        return points.get("available").asString() + " + "
                + points.get("pending").asString();
    }

    private List<String> lines(TestMember member) {
        return body(community.get(member, "/v1/rewards/entries"))
                .get("items")
                .valueStream()
                .map(LedgerIT::shown)
                .toList();
    }

    private static String shown(JsonNode entry) {
        return entry.get("amount").asString() + " " + entry.get("state").asString();
    }
}
