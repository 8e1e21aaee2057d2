package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import io.pasar.standalone.demo.Cast.Creator;
import io.pasar.standalone.demo.Cast.Goods;
import io.pasar.standalone.demo.ContractClient.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What has to be there: people, goods, posts, and who follows whom. Every step may be repeated, and does
/// nothing if the notebook says that it was done.
final class Opening {

    private static final List<String> FEELINGS = List.of("love", "like", "fire", "wow");
    private static final int FOLLOWS_EACH = 3;

    private final Cast cast;
    private final People people;
    private final Notebook notebook;

    Opening(Cast cast, People people, Notebook notebook) {
        this.cast = cast;
        this.people = people;
        this.notebook = notebook;
    }

    /// What a show needs.
    List<Runnable> first(Creator creator) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(people.of(creator)::join);
        creator.goods().forEach(goods -> steps.add(() -> list(creator, goods)));
        return steps;
    }

    /// All that may follow while the first show is under way.
    List<Runnable> rest() {
        List<Runnable> steps = new ArrayList<>();
        people.viewers().forEach(viewer -> steps.add(viewer::join));
        cast.creators().forEach(creator -> steps.addAll(first(creator)));
        cast.creators().forEach(creator -> steps.add(() -> post(creator)));
        for (int i = 0; i < people.viewers().size(); i++) {
            int place = i;
            steps.add(() -> befriend(people.viewers().get(place), place));
        }
        return steps;
    }

    private void list(Creator creator, Goods goods) {
        if (notebook.read("sku " + goods.key()).isPresent()) {
            return;
        }
        Map<String, Object> product = body(
                "title", goods.title(),
                "description", goods.description(),
                "vendor", creator.name(),
                "type", goods.type(),
                "price", money(creator, goods.price()),
                "images", List.of(body("src", goods.image(), "alt", goods.alt())));
        JsonNode listed =
                people.of(creator).call(Call.post("/live/v1/products", product).once("demo-product-" + goods.key()));
        notebook.write("product " + goods.key(), listed.path("id").asString());
        notebook.write(
                "sku " + goods.key(), listed.path("variants").path(0).path("id").asString());
    }

    private void post(Creator creator) {
        notebook.readOrWrite("post of " + creator.handle(), () -> {
            List<String> products = creator.goods().stream()
                    .map(goods -> notebook.read("product " + goods.key()).orElseThrow())
                    .toList();
            Map<String, Object> post = body("text", creator.post(), "products", products, "locale", creator.locale());
            return people.of(creator)
                    .call(Call.post("/community/v1/posts", post).once("demo-post-" + creator.handle()))
                    .path("id")
                    .asString();
        });
    }

    /// Follows some creators and likes what they posted.
    private void befriend(Person viewer, int place) {
        notebook.readOrWrite("friends of " + viewer.handle(), () -> {
            for (int i = 0; i < FOLLOWS_EACH; i++) {
                Creator creator =
                        cast.creators().get((place + i) % cast.creators().size());
                viewer.call(
                        Call.put("/community/v1/members/" + people.of(creator).id() + "/follow", Map.of()));
                String post = notebook.read("post of " + creator.handle()).orElseThrow();
                String kind = FEELINGS.get((place + i) % FEELINGS.size());
                viewer.call(Call.put("/community/v1/posts/" + post + "/reactions/" + kind, Map.of()));
            }
            return "made";
        });
    }

    static Map<String, Object> money(Creator creator, String amount) {
        return body("amount", amount, "currency", creator.currency());
    }
}
