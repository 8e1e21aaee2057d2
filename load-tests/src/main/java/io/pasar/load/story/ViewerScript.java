package io.pasar.load.story;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// What the audience does. Guests watch to the end. Members talk, and when the sale opens each wants one unit:
/// of ten, seven pay, one is declined, one takes it back, one just goes away. Who had to wait for one pays.
final class ViewerScript {

    private static final Duration LOOK_LEAST = Duration.ofMillis(400);
    private static final Duration LOOK_MOST = Duration.ofMillis(1600);
    private static final Duration END_HEARD_WITHIN = Duration.ofSeconds(20);
    private static final Duration THINK_MOST = Duration.ofSeconds(2);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);
    private static final String PENDING = "pendingPayment";
    private static final int TALKS_ONE_IN = 5;
    private static final int REPEATS_ONE_IN = 7;
    private static final int GRANTED = 201;
    private static final int SOLD_OUT = 409;

    private final Show show;
    private final SocketSteps socket;

    ViewerScript(Show show) {
        this.show = show;
        this.socket = new SocketSteps(show);
    }

    ScenarioBuilder guest() {
        Duration longest = show.load().longest();
        return scenario("guest")
                .exec(socket.joinAsGuest())
                .exec(asLongAsDuring(this::goesOn, longest).on(look()))
                .exec(socket.leaveAtTheEnd());
    }

    ScenarioBuilder member() {
        return scenario("member")
                .exec(exitBlockOnFail()
                        .on(
                                AccountSteps.signUp("buyer"),
                                socket.joinAsMember(),
                                waitForTheSale(),
                                pause(Duration.ZERO, THINK_MOST),
                                want(),
                                doIf(session -> session.contains("reservation")).then(carryOn()),
                                socket.leave()))
                .exec(session -> {
                    show.done();
                    return session;
                });
    }

    private boolean goesOn(Session session) {
        return !SocketSteps.heard(session).ended() && !show.isOverFor(END_HEARD_WITHIN);
    }

    private ChainBuilder look() {
        return pause(LOOK_LEAST, LOOK_MOST).exec(socket.hear());
    }

    private ChainBuilder waitForTheSale() {
        Duration longest = show.load().doorsOpen().plus(Duration.ofSeconds(10));
        return asLongAsDuring(session -> SocketSteps.heard(session).sale() == null, longest)
                .on(look(), doIf(ViewerScript::wantsToTalk).then(socket.say()));
    }

    /// Tries when there is something to be had, as far as the socket told, and gives up after a while.
    private ChainBuilder want() {
        return asLongAsDuring(
                        session -> !session.contains("reservation"), show.load().patience(), "tries")
                .on(
                        doIf(session -> SocketSteps.heard(session).available() > 0)
                                .then(reserve()),
                        doIf(session -> !session.contains("reservation"))
                                .then(exec(session -> session.set("waited", true)), look()));
    }

    private ChainBuilder reserve() {
        return exec(session -> session.set("sale", SocketSteps.heard(session).sale())
                        .set("key", UUID.randomUUID().toString())
                        .remove("reservation"))
                .exec(reservation("reserve")
                        .check(
                                status().saveAs("status"),
                                jmesPath("id").withDefault("").saveAs("granted"),
                                bodyString().saveAs("answer")))
                .exec(this::remember)
                .exec(doIf(ViewerScript::repeats).then(repeat()));
    }

    /// The same call again, as after a lost answer: the same answer, and marked as said before.
    private ChainBuilder repeat() {
        return exec(reservation("reserve again")
                .check(
                        header("Idempotency-Replayed").is("true"),
                        status().is(session -> session.getInt("status")),
                        bodyString().is(session -> session.getString("answer"))));
    }

    private static HttpRequestActionBuilder reservation(String name) {
        return asBuyer(http(name).post("/live/v1/sales/#{sale}/reservations"))
                .header("Idempotency-Key", "#{key}")
                .body(StringBody("{\"quantity\":1}"))
                .check(
                        status().in(GRANTED, SOLD_OUT),
                        jmesPath("type || 'granted'").in("granted", "/problems/sold-out"));
    }

    private Session remember(Session session) {
        if (session.getInt("status") != GRANTED) {
            return session;
        }
        String reservation = text(session, "granted");
        show.ledger().granted(reservation);
        return session.set("reservation", reservation);
    }

    private ChainBuilder carryOn() {
        return exec(
                doIf(session -> plan(session) < 7).then(order(), pay()),
                doIf(session -> plan(session) == 7).then(order(), decline()),
                doIf(session -> plan(session) == 8).then(release()));
    }

    private static ChainBuilder order() {
        return exec(asBuyer(http("order").post("/live/v1/orders"))
                .header("Idempotency-Key", "order-#{key}")
                .body(StringBody("{\"reservationId\":\"#{reservation}\"}"))
                .check(
                        status().is(201),
                        jmesPath("state").is(PENDING),
                        jmesPath("id").saveAs("order"),
                        jmesPath("payment.intent").saveAs("intent")));
    }

    /// The order is paid when the provider's webhook has been taken in, at the latest soon after.
    private ChainBuilder pay() {
        return exec(asBuyer(http("pay").post("/live/v1/payments/sandbox/#{intent}/succeed"))
                        .header("Idempotency-Key", "pay-#{key}")
                        .check(status().is(200)))
                .exec(asLongAsDuring(session -> !session.contains("settled"), SETTLED_WITHIN)
                        .on(seeOrder(), pause(LOOK_LEAST)))
                .exec(this::settled);
    }

    private static ChainBuilder seeOrder() {
        return exec(asBuyer(http("see the order").get("/live/v1/orders/#{order}"))
                        .check(status().is(200), jmesPath("state").saveAs("state")))
                .exec(session -> PENDING.equals(session.getString("state")) ? session : session.set("settled", true));
    }

    private Session settled(Session session) {
        String state = text(session, "state");
        show.ledger().settled(text(session, "order"), state);
        return session;
    }

    private static ChainBuilder decline() {
        return exec(asBuyer(http("be declined").post("/live/v1/payments/sandbox/#{intent}/fail"))
                .check(status().is(200)));
    }

    private static ChainBuilder release() {
        return exec(asBuyer(http("take it back").delete("/live/v1/reservations/#{reservation}"))
                .check(status().in(200, 204)));
    }

    private static HttpRequestActionBuilder asBuyer(HttpRequestActionBuilder request) {
        return request.header("Authorization", "Bearer #{token}");
    }

    /// What somebody who got a unit does with it, from 0 to 9.
    private static int plan(Session session) {
        return session.contains("waited") ? 0 : (int) (session.userId() % 10);
    }

    private static boolean repeats(Session session) {
        return session.userId() % REPEATS_ONE_IN == 0;
    }

    private static boolean wantsToTalk(Session session) {
        return (SocketSteps.heard(session).seq() + session.userId()) % TALKS_ONE_IN == 0;
    }

    private static String text(Session session, String name) {
        return Objects.requireNonNull(session.getString(name), name);
    }
}
