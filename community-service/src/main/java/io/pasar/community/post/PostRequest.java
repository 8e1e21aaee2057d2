package io.pasar.community.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.ProductId;
import io.pasar.platform.web.Bcp47;
import io.pasar.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sends to publish a post.
///
/// @param text 1 to 5000 characters
/// @param media up to 10
/// @param products up to 10 products to tag
/// @param locale BCP 47
@JsonIgnoreProperties(ignoreUnknown = true)
record PostRequest(
        @NotBlank(message = "must not be empty") @PlainText(max = PostRequest.TEXT_MAX, lines = true)
        String text,

        @Nullable @Size(max = PostRequest.MEDIA_MAX, message = "must have at most 10 items")
        List<@NotNull @Valid Media> media,

        @Nullable @Size(max = PostRequest.PRODUCTS_MAX, message = "must have at most 10 items")
        List<@NotNull ProductId> products,

        @Nullable @Bcp47 String locale) {

    static final int TEXT_MAX = 5000;
    static final int MEDIA_MAX = 10;
    static final int PRODUCTS_MAX = 10;
}
