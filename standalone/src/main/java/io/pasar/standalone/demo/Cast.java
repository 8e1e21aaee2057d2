package io.pasar.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The people and goods of the market, and what they say.
///
/// @param chatter what visitors say, by language
/// @param bought what they say after a purchase, by language
record Cast(
        List<Creator> creators,
        List<Visitor> viewers,
        Map<String, List<String>> chatter,
        Map<String, List<String>> bought) {

    private static final String RESOURCE = "/pasar/demo/cast.json";

    Cast {
        creators = List.copyOf(creators);
        viewers = List.copyOf(viewers);
        chatter = Map.copyOf(chatter);
        bought = Map.copyOf(bought);
    }

    /// Somebody who sells.
    ///
    /// @param shows titles of their rooms, used in turn
    /// @param answers what they say now and then while the room is live
    record Creator(
            String handle,
            String name,
            String locale,
            String market,
            String currency,
            List<String> shows,
            String greeting,
            List<String> answers,
            String post,
            List<Goods> goods) {

        Creator {
            shows = List.copyOf(shows);
            answers = List.copyOf(answers);
            goods = List.copyOf(goods);
        }

        Visitor person() {
            return new Visitor(handle, name, locale, market);
        }
    }

    /// Something to sell.
    ///
    /// @param key also the name of its picture
    /// @param pitch what its creator says when it comes on stage
    record Goods(
            String key,
            String title,
            String type,
            String description,
            String price,
            String salePrice,
            String alt,
            String pitch) {

        String image() {
            return "/demo/" + key + ".svg";
        }
    }

    /// Somebody who watches.
    record Visitor(String handle, String name, String locale, String market) {}

    static Cast load() {
        try (InputStream stream = Cast.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.builder().build().readValue(stream, Cast.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
