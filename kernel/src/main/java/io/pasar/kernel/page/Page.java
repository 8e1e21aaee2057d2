package io.pasar.kernel.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items at most as many as were asked for, in the list's order
/// @param next what to send as `after` for the following page; null on the last one
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// Builds a page from one item more than was asked for: the extra one only says that there is a next page.
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> cursorOf) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, cursorOf.apply(items.getLast()).opaque());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
