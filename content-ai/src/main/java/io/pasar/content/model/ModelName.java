package io.pasar.content.model;

/// Which model wrote a text.
///
/// @param provider `builtin`, `openai`, `ollama` or `anthropic`
/// @param name the provider's name of the model
public record ModelName(String provider, String name) {

    static final ModelName BUILTIN = new ModelName(Provider.BUILTIN.wireName(), "pasar-composer-1");

    @Override
    public String toString() {
        return provider + "/" + name;
    }
}
