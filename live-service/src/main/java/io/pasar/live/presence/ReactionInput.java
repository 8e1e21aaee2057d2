package io.pasar.live.presence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Data of `reaction.add`.
///
/// @param count how often, 1 to 50; 1 if it is missing
record ReactionInput(
        @NotNull ReactionKind kind,
        @Min(1) @Max(50) @Nullable Integer count) {

    int times() {
        return count == null ? 1 : count;
    }
}
