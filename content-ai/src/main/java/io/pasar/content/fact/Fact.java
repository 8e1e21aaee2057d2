package io.pasar.content.fact;

import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// One fact as the caller sent it.
///
/// @param pointer JSON Pointer to it in the request
/// @param name what it is about, such as `Material`, if it was said
/// @param text the value; where it is money, its plain form
/// @param money the value if it was sent as money
public record Fact(
        String pointer,
        @Nullable String name,
        String text,
        @Nullable Money money) {

    public static final int FACTS_MAX = 100;
    public static final int TEXT_MAX = 500;
    public static final int NAME_MAX = 200;
}
