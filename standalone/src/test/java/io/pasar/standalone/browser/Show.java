package io.pasar.standalone.browser;

import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.Market;
import io.pasar.standalone.story.Market.Person;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A live room with a product on stage, run by its host over the public interface.
record Show(Market market, Person host, String room, String sku, String price) {

    private static final String SHIRT = "https://pictures.example/shirt.svg";

    /// What a show is about.
    ///
    /// @param picture where the product's picture is
    /// @param former what the product costs otherwise, in euros
    /// @param price what it is sold for
    record Plan(String host, String title, String product, String picture, String former, String price) {}

    static Show live(URI base, String title, String product) {
        return live(base, new Plan("Sari", title, product, SHIRT, "29.90", "19.90"));
    }

    static Show live(URI base, Plan plan) {
        Market market = new Market(base);
        Person host = market.signUpAs("host-" + suffix(), plan.host());
        JsonNode listed = list(host, plan.product(), plan.picture(), plan.former());
        String room = host.api()
                .post(
                        "/live/v1/rooms",
                        Api.JSON.createObjectNode().put("title", plan.title()).toString())
                .expect(201)
                .path("id")
                .asString();
        host.api().post("/live/v1/rooms/" + room + "/start", "{}").expect(200);
        Api.Answer staged = host.api()
                .put(
                        "/live/v1/rooms/" + room + "/stage",
                        Api.JSON
                                .createObjectNode()
                                .put("productId", listed.path("id").asString())
                                .toString());
        staged.expect(200);
        return new Show(
                market, host, room, listed.path("variants").path(0).path("id").asString(), plan.price());
    }

    String path() {
        return "/rooms/" + room;
    }

    Person viewer(String name) {
        return viewer(market, name);
    }

    static Person viewer(Market market, String name) {
        return market.signUpAs(
                name + "-" + suffix(), name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    /// Opens a sale; answers its id.
    String sell(int stock, int perMember, int holdSeconds) {
        ObjectNode terms = Api.JSON
                .createObjectNode()
                .put("skuId", sku)
                .put("stock", stock)
                .put("perMember", perMember)
                .put("holdSeconds", holdSeconds);
        terms.putObject("price").put("amount", price).put("currency", "EUR");
        return host.api()
                .post("/live/v1/rooms/" + room + "/sales", terms.toString())
                .expect(201)
                .path("id")
                .asString();
    }

    JsonNode sale(String id) {
        return host.api().get("/live/v1/sales/" + id).expect(200);
    }

    /// Puts a product into somebody's catalogue, at a price in euros.
    static JsonNode list(Person seller, String title, String picture, String price) {
        ObjectNode product = Api.JSON.createObjectNode().put("title", title);
        product.putObject("price").put("amount", price).put("currency", "EUR");
        product.putArray("images").addObject().put("src", picture).put("alt", title);
        return seller.api().post("/live/v1/products", product.toString()).expect(201);
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
