package io.pasar.platform.json;

import io.pasar.kernel.id.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/// Typed ids are UUID text in the canonical form of 36 characters.
final class IdJson {

    static final String MUST = "must be a UUID such as 0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e";

    private IdJson() {}

    static final class Writer extends ValueSerializer<Id> {

        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    static final class Reader extends ValueDeserializer<Object> {

        private final Class<?> type;
        private final MethodHandle constructor;

        Reader(Class<?> type) {
            this.type = type;
            this.constructor = constructorOf(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new RefusedValueException(json, type, MUST);
            }
            try {
                return made(constructor, json.getString());
            } catch (IllegalArgumentException noId) {
                throw new RefusedValueException(json, type, MUST);
            }
        }
    }

    static final class KeyReader extends KeyDeserializer {

        private final Class<?> type;
        private final MethodHandle constructor;

        KeyReader(Class<?> type) {
            this.type = type;
            this.constructor = constructorOf(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return made(constructor, key);
            } catch (IllegalArgumentException noId) {
                throw new RefusedValueException(context.getParser(), type, MUST);
            }
        }
    }

    private static Object made(MethodHandle constructor, String text) {
        UUID value = Id.parse(text);
        try {
            return constructor.invoke(value);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a typed id takes any UUID", impossible);
        }
    }

    private static MethodHandle constructorOf(Class<?> type) {
        try {
            return MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, UUID.class));
        } catch (ReflectiveOperationException noRecordOfOneUuid) {
            throw new IllegalArgumentException(type + " is no typed id", noRecordOfOneUuid);
        }
    }
}
