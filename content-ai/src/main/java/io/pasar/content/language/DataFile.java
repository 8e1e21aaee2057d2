package io.pasar.content.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A YAML file of ours on the class path, read into records. Strict: a key no record knows, or one written
/// twice, stops the start.
public record DataFile(String name, String text) {

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// @param name class path name without a leading slash, such as `content/languages/en.yaml`
    /// @throws IllegalArgumentException if there is no such file
    public static DataFile read(String name) {
        try (InputStream stream = DataFile.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no file " + name + " on the class path");
            }
            return new DataFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @throws IllegalStateException naming the file if its content does not fit
    public <T> T as(Class<T> type) {
        try {
            return RECORDS.convertValue(tree(), type);
        } catch (RuntimeException misfit) {
            throw new IllegalStateException(name + " is not valid: " + misfit.getMessage(), misfit);
        }
    }

    private Object tree() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }
}
