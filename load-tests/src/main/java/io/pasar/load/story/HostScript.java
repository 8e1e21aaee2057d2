package io.pasar.load.story;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// What the host does: opens the room, then the sale, ends the show, and adds up.
final class HostScript {

    /// The request whose failure means that a promise was broken.
    static final String VERDICT = "the promises held";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LEAVE_MAX = Duration.ofSeconds(35);
    private static final String PRICE = "{\"amount\":\"19.90\",\"currency\":\"USD\"}";
    private static final int PRODUCTS = 3;

    private final Show show;

    HostScript(Show show) {
        this.show = show;
    }

    /// Signs up, makes a small catalogue and goes live.
    ScenarioBuilder opening() {
        return scenario("host opens the room")
                .exec(AccountSteps.signUp("host"))
                .repeat(PRODUCTS)
                .on(createProduct())
                .exec(http("open room")
                        .post("/live/v1/rooms")
                        .header("Authorization", "Bearer #{token}")
                        .body(StringBody("{\"title\":\"Under load\"}"))
                        .check(status().is(201), jmesPath("id").saveAs("room")))
                .exec(asHost(http("go live").post("/live/v1/rooms/#{room}/start")))
                .exec(asHost(http("put on stage").put("/live/v1/rooms/#{room}/stage"))
                        .body(StringBody("{\"productId\":\"#{product}\"}")))
                .exec(session -> {
                    show.live(text(session, "room"), text(session, "sku"), text(session, "token"));
                    return session;
                });
    }

    /// Waits for the audience, opens the sale, watches it and ends the show.
    ScenarioBuilder show() {
        return scenario("host sells")
                .exec(this::enter)
                .exec(asLongAsDuring(_ -> !show.isFull(), show.load().doorsOpen())
                        .on(pause(LOOK_EVERY)))
                .exec(openSale())
                .exec(asLongAsDuring(_ -> !show.isShopped(), show.load().shopping())
                        .on(pause(LOOK_EVERY), watch("watch the sale")))
                .exec(asHost(http("end the show").post("/live/v1/rooms/#{room}/end")))
                .exec(session -> {
                    show.end();
                    return session;
                });
    }

    /// Waits until every hold has ended and everybody has left, and compares what people were told with what
    /// the server says.
    ScenarioBuilder audit() {
        Duration longest = show.load().hold().plus(Duration.ofSeconds(20));
        return scenario("audit")
                .exec(this::enter)
                .exec(session -> session.set("sale", show.sale()).set("held", 1))
                .exec(asLongAsDuring(session -> session.getInt("held") > 0, longest)
                        .on(pause(LOOK_EVERY), watch("wait for the last hold")))
                .exec(asLongAsDuring(_ -> !show.ledger().isEverybodyGone(), LEAVE_MAX)
                        .on(pause(LOOK_EVERY)))
                .exec(http(VERDICT)
                        .get("/live/v1/sales/#{sale}")
                        .check(
                                status().is(200),
                                bodyString().transform(this::verdict).is("[]").logActualValueInError(true)))
                .exec(asHost(http("the summary agrees").get("/live/v1/rooms/#{room}"))
                        .check(jmesPath("summary.soldUnits")
                                .ofInt()
                                .is(_ -> show.ledger().payments())));
    }

    private ChainBuilder createProduct() {
        return exec(http("create product")
                .post("/live/v1/products")
                .header("Authorization", "Bearer #{token}")
                .body(StringBody("{\"title\":\"Batik shirt\",\"price\":" + PRICE + "}"))
                .check(
                        status().is(201),
                        jmesPath("id").saveAs("product"),
                        jmesPath("variants[0].id").saveAs("sku")));
    }

    private ChainBuilder openSale() {
        String body =
                """
                {"skuId":"#{sku}","price":%s,"stock":%d,"perMember":1,"holdSeconds":%d}""".formatted(PRICE, show.load().units(), show.load().hold().toSeconds());
        return exec(http("open sale")
                        .post("/live/v1/rooms/#{room}/sales")
                        .header("Authorization", "Bearer #{token}")
                        .body(StringBody(body))
                        .check(status().is(201), jmesPath("id").saveAs("sale")))
                .exec(session -> {
                    show.opened(text(session, "sale"));
                    return session;
                });
    }

    private ChainBuilder watch(String name) {
        return exec(http(name)
                .get("/live/v1/sales/#{sale}")
                .check(
                        status().is(200),
                        jmesPath("held").ofInt().saveAs("held"),
                        bodyString()
                                .transform(body -> show.ledger().addsUp(JSON.readTree(body)))
                                .is(true)));
    }

    private static HttpRequestActionBuilder asHost(HttpRequestActionBuilder request) {
        return request.header("Authorization", "Bearer #{token}").check(status().is(200));
    }

    private Session enter(Session session) {
        return session.set("room", show.room()).set("token", show.host()).set("sku", show.sku());
    }

    private String verdict(String sale) {
        return show.ledger().verdict(JSON.readTree(sale)).toString();
    }

    private static String text(Session session, String name) {
        return Objects.requireNonNull(session.getString(name), name);
    }
}
