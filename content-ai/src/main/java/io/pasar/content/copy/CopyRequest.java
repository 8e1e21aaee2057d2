package io.pasar.content.copy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of `POST /v1/copy`. Unknown fields are ignored.
///
/// @param market ISO 3166-1 alpha-2
/// @param locale BCP 47
/// @param kinds names of kinds, at least one
/// @param voice `warm`, `playful`, `professional` or `minimal`; any other word is read as the nearest of them
@JsonIgnoreProperties(ignoreUnknown = true)
record CopyRequest(
        @Nullable ProductInput product,
        @Nullable String market,
        @Nullable String locale,
        @Nullable List<@Nullable String> kinds,
        @Nullable String voice) {

    /// What is known about the product.
    ///
    /// @param facts a list of texts or `{name,value}` objects, or an object of names and values
    /// @param brand short for a fact
    /// @param price short for a fact
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProductInput(
            @Nullable String name,
            @Nullable JsonNode facts,
            @Nullable String brand,
            @Nullable Money price) {}
}
