package io.pasar.standalone.crash;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What members do at a market whose processes die, each in calls whose outcome is certain.
final class Shop {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "a long enough password";
    private static final String PRICE = "19.90";
    private static final int STOCK = 100_000;
    private static final int PER_MEMBER = 100;
    private static final int HOLD_SECONDS = 900;
    private static final int LAPSING_SECONDS = 2;

    private final PatientClient client;
    private final Account host;
    private final String product;
    private final String sale;
    private final String lapsing;

    /// A member, signed in.
    record Account(String id, String handle, String token) {}

    /// One host in a live room with two sales of one product: one whose holds last, one whose holds soon end.
    Shop(PatientClient client) {
        this.client = client;
        this.host = signUp("host", "");
        String room = post("/live/v1/rooms", host, object().put("title", "Storm"));
        client.post("/live/v1/rooms/" + room + "/start", host.token(), object());
        JsonNode listed = client.post(
                "/live/v1/products", host.token(), object().put("title", "Lamp").set("price", price()));
        this.product = listed.path("id").asString();
        String sku = listed.path("variants").path(0).path("id").asString();
        this.sale = openSale(room, sku, HOLD_SECONDS);
        this.lapsing = openSale(room, sku, LAPSING_SECONDS);
    }

    /// @param code of the inviter; empty if nobody invited
    Account signUp(String handle, String code) {
        ObjectNode body = object().put("handle", handle).put("password", PASSWORD);
        if (!code.isEmpty()) {
            body.put("referralCode", code);
        }
        String id = client.post("/community/v1/members", "", body).path("id").asString();
        return new Account(id, handle, signIn(handle));
    }

    String signIn(String handle) {
        ObjectNode body = object().put("handle", handle).put("password", PASSWORD);
        return client.post("/community/v1/tokens", "", body).path("accessToken").asString();
    }

    JsonNode referrals(Account member) {
        return client.get("/community/v1/referrals/me", member.token());
    }

    List<String> rewards(Account member) {
        JsonNode page = client.get("/community/v1/rewards/entries?limit=100", member.token());
        return page.path("items")
                .valueStream()
                .map(line -> String.join(
                        " ",
                        line.path("reason").asString(),
                        line.path("amount").asString(),
                        line.path("state").asString()))
                .sorted()
                .toList();
    }

    /// Buys so many units; the order's id, once it is paid.
    String buy(Account buyer, int units) {
        ObjectNode request = object().put("reservationId", reserve(buyer, sale, units));
        JsonNode order = client.post("/live/v1/orders", buyer.token(), request);
        String intent = order.path("payment").path("intent").asString();
        client.post("/live/v1/payments/sandbox/" + intent + "/succeed", buyer.token(), object());
        return awaitState(order.path("id").asString(), buyer, "paid");
    }

    /// Holds a unit and never comes back for it.
    String abandon(Account buyer) {
        return reserve(buyer, lapsing, 1);
    }

    void refund(Account buyer, String order) {
        client.post("/live/v1/orders/" + order + "/refunds", host.token(), object());
        awaitState(order, buyer, "refunded");
    }

    int soldCount() {
        return client.get("/live/v1/products/" + product, "").path("soldCount").asInt();
    }

    JsonNode sale() {
        return client.get("/live/v1/sales/" + sale, "");
    }

    JsonNode lapsingSale() {
        return client.get("/live/v1/sales/" + lapsing, "");
    }

    private String reserve(Account buyer, String from, int units) {
        return post("/live/v1/sales/" + from + "/reservations", buyer, object().put("quantity", units));
    }

    private String openSale(String room, String sku, int holdSeconds) {
        ObjectNode body = object().put("skuId", sku)
                .put("stock", STOCK)
                .put("perMember", PER_MEMBER)
                .put("holdSeconds", holdSeconds);
        return post("/live/v1/rooms/" + room + "/sales", host, body.set("price", price()));
    }

    private String awaitState(String order, Account buyer, String state) {
        await(order + " " + state)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> client.get("/live/v1/orders/" + order, buyer.token())
                        .path("state")
                        .asString()
                        .equals(state));
        return order;
    }

    private String post(String path, Account caller, ObjectNode body) {
        return client.post(path, caller.token(), body).path("id").asString();
    }

    private static ObjectNode price() {
        return object().put("amount", PRICE).put("currency", "EUR");
    }

    private static ObjectNode object() {
        return PatientClient.JSON.createObjectNode();
    }
}
