package io.pasar.platform.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// JSON as the public interface speaks it, the same for HTTP, sockets, events and unit tests.
///
/// Reading is strict: unknown fields, duplicate names, text for numbers, numbers for text, fractions for whole
/// numbers, numbers for enum constants, trailing text and documents deeper than [#DEPTH_MAX] are refused.
/// Records that must tolerate unknown fields say so with `@JsonIgnoreProperties(ignoreUnknown = true)`. Writing
/// keeps declared order; money is `{"amount":"19.90","currency":"EUR"}`, ids are text, times RFC 3339 in UTC,
/// enum constants camelCase (`PENDING_PAYMENT` is `pendingPayment`).
public final class PlatformJson {

    /// The deepest nesting of arrays and objects.
    public static final int DEPTH_MAX = 64;

    /// The longest text value, in characters.
    public static final int TEXT_MAX = 1 << 20;

    private static final int NAME_MAX = 500;
    private static final int NUMBER_MAX = 60;

    private PlatformJson() {}

    /// A mapper like the running service's, for code and tests without Spring.
    public static JsonMapper mapper() {
        JsonFactoryBuilder factory = JsonFactory.builder();
        bound(factory);
        JsonMapper.Builder builder = JsonMapper.builder(factory.build());
        strict(builder);
        return builder.build();
    }

    static void bound(JsonFactoryBuilder builder) {
        builder.streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxStringLength(TEXT_MAX)
                        .maxNameLength(NAME_MAX)
                        .maxNumberLength(NUMBER_MAX)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    static void strict(JsonMapper.Builder builder) {
        builder.addModule(new KernelModule())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enumNamingStrategy(EnumNamingStrategies.LOWER_CAMEL_CASE)
                .withCoercionConfig(LogicalType.Textual, PlatformJson::onlyText);
    }

    private static void onlyText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
