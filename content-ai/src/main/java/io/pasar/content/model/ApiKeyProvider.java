package io.pasar.content.model;

import org.springframework.core.convert.converter.Converter;

/// Reads `pasar.ai.api-key`.
final class ApiKeyProvider implements Converter<String, ApiKey> {

    @Override
    public ApiKey convert(String text) {
        return new ApiKey(text.strip());
    }
}
