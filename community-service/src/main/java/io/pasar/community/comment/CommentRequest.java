package io.pasar.community.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.platform.web.PlainText;
import jakarta.validation.constraints.NotBlank;

/// What somebody sends to comment.
///
/// @param text 1 to 2000 characters
@JsonIgnoreProperties(ignoreUnknown = true)
record CommentRequest(
        @NotBlank(message = "must not be empty") @PlainText(max = 2000, lines = true)
        String text) {}
