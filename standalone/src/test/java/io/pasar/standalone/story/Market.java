package io.pasar.standalone.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What people of the story do, each in one or a few calls of the contract.
public final class Market {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "a long enough password";

    private final Api guest;
    private final String suffix;

    public Market(URI base) {
        this(base, "");
    }

    /// @param suffix of all handles, so that they are new where others have played before
    Market(URI base, String suffix) {
        this.guest = Api.guest(base);
        this.suffix = suffix;
    }

    /// A member with a fresh access token.
    public record Person(String id, String handle, Api api) {

        /// Tokens of a visit of their own, as a second device has them.
        public JsonNode tokens() {
            var body = Api.JSON.createObjectNode().put("handle", handle).put("password", PASSWORD);
            return api.post("/community/v1/tokens", body.toString()).expect(200);
        }
    }

    public Api guest() {
        return guest;
    }

    public Person signUp(String name, @Nullable String referralCode) {
        String handle = name + suffix;
        var body = Api.JSON.createObjectNode().put("handle", handle).put("password", PASSWORD);
        if (referralCode != null) {
            body.put("referralCode", referralCode);
        }
        String id = guest.post("/community/v1/members", body.toString())
                .expect(201)
                .path("id")
                .asString();
        return new Person(id, handle, guest.as(signIn(handle)));
    }

    /// A member who is called by a name that is not the handle.
    public Person signUpAs(String handle, String displayName) {
        var body = Api.JSON
                .createObjectNode()
                .put("handle", handle)
                .put("password", PASSWORD)
                .put("displayName", displayName);
        String id = guest.post("/community/v1/members", body.toString())
                .expect(201)
                .path("id")
                .asString();
        return new Person(id, handle, guest.as(signIn(handle)));
    }

    public String signIn(String handle) {
        var body = Api.JSON.createObjectNode().put("handle", handle).put("password", PASSWORD);
        return guest.post("/community/v1/tokens", body.toString())
                .expect(200)
                .path("accessToken")
                .asString();
    }

    /// The same person in front of a process that was started again.
    public Person backAgain(Person person) {
        return new Person(person.id(), person.handle(), guest.as(signIn(person.handle())));
    }

    public JsonNode importCatalogue(Person seller, String resource) {
        String job = seller.api()
                .upload("/live/v1/products/import?currency=USD", bytes(resource))
                .expect(202)
                .path("id")
                .asString();
        return awaitJob(seller, job);
    }

    public JsonNode awaitJob(Person seller, String job) {
        return Awaitility.await("the import")
                .atMost(PATIENCE)
                .until(
                        () -> seller.api().get("/live/v1/jobs/" + job).expect(200),
                        answer -> !"running".equals(answer.path("state").asString()));
    }

    public String reserve(Person buyer, String sale) {
        return buyer.api()
                .post("/live/v1/sales/" + sale + "/reservations", "{\"quantity\":1}")
                .expect(201)
                .path("id")
                .asString();
    }

    public JsonNode order(Person buyer, String reservation) {
        return buyer.api()
                .post("/live/v1/orders", "{\"reservationId\":\"" + reservation + "\"}")
                .expect(201);
    }

    public void pay(Person buyer, JsonNode order) {
        String intent = order.path("payment").path("intent").asString();
        JsonNode paid = buyer.api()
                .post("/live/v1/payments/sandbox/" + intent + "/succeed", "{}")
                .body();
        awaitState(buyer, "/live/v1/orders/" + order.path("id").asString(), "paid");
        if (paid.has("errors")) {
            throw new AssertionError("the payment was refused: " + paid);
        }
    }

    public JsonNode awaitState(Person person, String path, String state) {
        return Awaitility.await(path + " " + state)
                .atMost(PATIENCE)
                .until(
                        () -> person.api().get(path).expect(200),
                        answer -> state.equals(answer.path("state").asString()));
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = Market.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
