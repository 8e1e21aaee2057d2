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
record Show(Market market, Person host, String room, String sku) {

    static Show live(URI base, String title, String product) {
        Market market = new Market(base);
        Person host = market.signUpAs("sari-" + suffix(), "Sari");
        JsonNode listed = host.api().post("/live/v1/products", product(product)).expect(201);
        String room = host.api()
                .post(
                        "/live/v1/rooms",
                        Api.JSON.createObjectNode().put("title", title).toString())
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
                market, host, room, listed.path("variants").path(0).path("id").asString());
    }

    String path() {
        return "/rooms/" + room;
    }

    Person viewer(String name) {
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
        terms.putObject("price").put("amount", "19.90").put("currency", "EUR");
        return host.api()
                .post("/live/v1/rooms/" + room + "/sales", terms.toString())
                .expect(201)
                .path("id")
                .asString();
    }

    JsonNode sale(String id) {
        return host.api().get("/live/v1/sales/" + id).expect(200);
    }

    private static String product(String title) {
        ObjectNode product = Api.JSON.createObjectNode().put("title", title);
        product.putObject("price").put("amount", "29.90").put("currency", "EUR");
        product.putArray("images")
                .addObject()
                .put("src", "https://pictures.example/shirt.svg")
                .put("alt", title);
        return product.toString();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
