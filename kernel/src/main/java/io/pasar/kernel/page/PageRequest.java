package io.pasar.kernel.page;

import java.util.Optional;

/// What the caller of a list asked for.
///
/// @param limit items wanted, 1 to [#LIMIT_MAX]
/// @param after where the previous page ended
public record PageRequest(int limit, Optional<Cursor> after) {

    /// Items a page holds when the caller does not say.
    public static final int LIMIT_DEFAULT = 20;

    /// The most items a page holds.
    public static final int LIMIT_MAX = 100;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be between 1 and " + LIMIT_MAX);
        }
    }

    /// How many rows a store fetches: one more than wanted, to learn whether there is a next page.
    public int fetch() {
        return limit + 1;
    }
}
