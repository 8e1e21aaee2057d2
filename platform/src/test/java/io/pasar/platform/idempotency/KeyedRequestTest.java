package io.pasar.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes two requests the same one, and what a reader of the table can learn.
class KeyedRequestTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("3f1c");
    private static final byte[] BODY = bytes("{\"password\":\"secret12\"}");
    private static final List<String> WHAT = List.of("POST", "/v1/members", "");

    @Test
    void isTheSameForTheSameScopeKeyAndRequest() {
        KeyedRequest one = KeyedRequest.of("guest", KEY, WHAT, BODY);
        KeyedRequest two = KeyedRequest.of("guest", KEY, WHAT, BODY);
        assertThat(one.id()).isEqualTo(two.id()).hasSize(32);
        assertThat(one.isSameAs(two.fingerprint())).isTrue();
    }

    @Test
    void hasARowOfItsOwnForEachScopeAndKey() {
        KeyedRequest one = KeyedRequest.of("guest", KEY, WHAT, BODY);
        assertThat(KeyedRequest.of("member", KEY, WHAT, BODY).id()).isNotEqualTo(one.id());
        assertThat(KeyedRequest.of("guest", new IdempotencyKey("3f1d"), WHAT, BODY)
                        .id())
                .isNotEqualTo(one.id());
    }

    @Test
    void differsByMethodPathQueryAndBody() {
        byte[] fingerprint = KeyedRequest.of("guest", KEY, WHAT, BODY).fingerprint();
        assertThat(List.of(
                        KeyedRequest.of("guest", KEY, List.of("PUT", "/v1/members", ""), BODY),
                        KeyedRequest.of("guest", KEY, List.of("POST", "/v1/member", "s"), BODY),
                        KeyedRequest.of("guest", KEY, List.of("POST", "/v1/members", "a"), BODY),
                        KeyedRequest.of("guest", KEY, WHAT, bytes("{}"))))
                .noneMatch(other -> other.isSameAs(fingerprint));
    }

    @Test
    void cannotBeGuessedWithoutTheKey() {
        byte[] known = KeyedRequest.of("guest", KEY, WHAT, BODY).fingerprint();
        assertThat(KeyedRequest.of("guest", new IdempotencyKey("other"), WHAT, BODY)
                        .isSameAs(known))
                .isFalse();
    }

    @Test
    void opensAnAnswerOnlyWithTheKeyAndForTheRowItWasClosedFor() {
        byte[] answer = bytes("{\"refreshToken\":\"t\"}");
        AnswerSeal seal = KeyedRequest.of("guest", KEY, WHAT, BODY).seal();
        byte[] closed = seal.close(answer);
        assertThat(seal.open(closed)).isEqualTo(answer);
        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("refreshToken");
        assertThat(seal.close(answer)).isNotEqualTo(closed);
        AnswerSeal otherKey = KeyedRequest.of("guest", new IdempotencyKey("other"), WHAT, BODY)
                .seal();
        AnswerSeal otherRow = KeyedRequest.of("member", KEY, WHAT, BODY).seal();
        assertThatThrownBy(() -> otherKey.open(closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> otherRow.open(closed)).isInstanceOf(IllegalStateException.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(closed)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "\u007f"})
    void refusesMalformedKeys(String text) {
        assertThatThrownBy(() -> new IdempotencyKey(text)).isInstanceOf(Problem.class);
    }

    @Test
    void takesOneKeyOfAtMost255Characters() {
        assertThat(IdempotencyKey.of(List.of("k".repeat(255))).text()).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.of(List.of("k".repeat(256)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> IdempotencyKey.of(List.of("a", "b"))).isInstanceOf(Problem.class);
    }

    @Test
    void tellsNobodyTheKey() {
        assertThat(KEY.toString()).doesNotContain("3f1c");
    }

    @Test
    void countsOnlyLargeBodiesAgainstTheBudget() {
        BodyBudget budget = new BodyBudget(5 * BodyBudget.SMALL);
        assertThat(budget.take(3 * BodyBudget.SMALL)).isTrue();
        assertThat(budget.take(3 * BodyBudget.SMALL)).isFalse();
        assertThat(budget.take(BodyBudget.SMALL)).isTrue();
        assertThat(budget.take(2 * BodyBudget.SMALL)).isTrue();
        budget.giveBack(3 * BodyBudget.SMALL);
        assertThat(budget.take(3 * BodyBudget.SMALL)).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
