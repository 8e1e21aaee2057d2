package io.pasar.community.post;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.pasar.platform.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A picture or film of a post, kept elsewhere. In JSON an object, or just the address.
///
/// @param url absolute `https` address
/// @param type `image` or `video`, if they said
/// @param alt what it shows, for those who cannot see it
@JsonIgnoreProperties(ignoreUnknown = true)
record Media(
        @NotNull @Size(max = 2048, message = "must have at most 2048 characters")
        String url,

        @Nullable @Pattern(regexp = "image|video", message = "must be image or video")
        String type,

        @Nullable @PlainText(max = 500, lines = true) String alt) {

    @JsonCreator
    static Media of(
            @JsonProperty("url") String url,
            @JsonProperty("type") @Nullable String type,
            @JsonProperty("alt") @Nullable String alt) {
        return new Media(url, type, alt);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Media at(String url) {
        return new Media(url, null, null);
    }
}
