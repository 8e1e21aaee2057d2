package io.pasar.content.model;

import io.pasar.content.brief.Brief;
import io.pasar.platform.json.PlatformJson;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A brief as it stands in a prompt: JSON between `<brief>` and `</brief>`. Angle brackets inside it are escaped, so
/// that no fact can close the element.
final class BriefText {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final Pattern BRIEF = Pattern.compile("<brief>(.*?)</brief>", Pattern.DOTALL);

    private BriefText() {}

    static String write(Brief brief) {
        return escaped(JSON.writeValueAsString(brief));
    }

    /// @throws IllegalArgumentException if the prompt holds no brief
    static Brief find(String prompt) {
        Matcher brief = BRIEF.matcher(prompt);
        if (!brief.find()) {
            throw new IllegalArgumentException("a prompt without a brief");
        }
        return JSON.readValue(brief.group(1), Brief.class);
    }

    static String escaped(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
