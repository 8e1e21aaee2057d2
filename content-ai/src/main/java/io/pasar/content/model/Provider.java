package io.pasar.content.model;

import java.util.Locale;

/// Who runs a model.
public enum Provider {
    BUILTIN,
    OPENAI,
    OLLAMA,
    ANTHROPIC;

    /// The name in settings and answers.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
