package io.pasar.community.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.ProductId;
import io.pasar.platform.web.Bcp47;
import io.pasar.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sends to change a post; what is absent or null stays as it is.
@JsonIgnoreProperties(ignoreUnknown = true)
record PostEdit(
        @Nullable
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be empty")
        @PlainText(max = PostRequest.TEXT_MAX, lines = true)
        String text,

        @Nullable @Size(max = PostRequest.MEDIA_MAX, message = "must have at most 10 items")
        List<@NotNull @Valid Media> media,

        @Nullable @Size(max = PostRequest.PRODUCTS_MAX, message = "must have at most 10 items")
        List<@NotNull ProductId> products,

        @Nullable @Bcp47 String locale) {}
