package io.pasar.platform.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads numbers that a `double` can hold: `1e400` would silently become infinity.
final class FiniteReader extends ValueDeserializer<Double> {

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) {
        if (!json.currentToken().isNumeric()) {
            throw new RefusedValueException(json, Double.class, "must be a number");
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new RefusedValueException(json, Double.class, "must be a number of at most about 300 digits");
        }
        return value;
    }
}
