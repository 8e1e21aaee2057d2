package io.pasar.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// The addresses of the pages, which all begin with the same document. An edge that serves the files itself
/// needs nothing else of the front: these addresses answer `index.html`.
///
/// @param pages such as `/rooms/{id}`
record PageRoutes(List<String> pages) {

    PageRoutes {
        pages = List.copyOf(pages);
    }

    static PageRoutes load() {
        try (InputStream stream = resource()) {
            return JsonMapper.builder().build().readValue(stream, PageRoutes.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream resource() {
        return Objects.requireNonNull(PageRoutes.class.getResourceAsStream("/pasar/console/routes.json"));
    }
}
