package io.pasar.platform.json;

import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/// Money is `{"amount":"19.90","currency":"EUR"}`: decimal text, so that no reader makes a binary fraction of
/// it.
final class MoneyJson {

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private MoneyJson() {}

    static final class Writer extends ValueSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(AMOUNT, money.amount());
            json.writeStringProperty(CURRENCY, money.currencyCode());
            json.writeEndObject();
        }
    }

    static final class Reader extends ValueDeserializer<Money> {

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            if (!json.isExpectedStartObjectToken()) {
                throw refused(json, "must be an object such as {\"amount\":\"19.90\",\"currency\":\"EUR\"}");
            }
            String amount = null;
            String currency = null;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case AMOUNT -> amount = text(json, name);
                    case CURRENCY -> currency = text(json, name);
                    default -> throw at(name, refused(json, "is not a known field; known are amount, currency"));
                }
            }
            return money(json, amount, currency);
        }

        private static Money money(JsonParser json, @Nullable String amount, @Nullable String currency) {
            if (currency == null) {
                throw at(CURRENCY, refused(json, "is required"));
            }
            if (amount == null) {
                throw at(AMOUNT, refused(json, "is required"));
            }
            requireCurrency(json, currency);
            try {
                return Money.of(amount, currency);
            } catch (IllegalArgumentException objection) {
                throw at(AMOUNT, refused(json, String.valueOf(objection.getMessage())));
            }
        }

        private static void requireCurrency(JsonParser json, String currency) {
            try {
                Money.ofMinor(0, currency);
            } catch (IllegalArgumentException objection) {
                throw at(CURRENCY, refused(json, String.valueOf(objection.getMessage())));
            }
        }

        private static String text(JsonParser json, String name) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw at(
                        name,
                        refused(json, AMOUNT.equals(name) ? "must be decimal text such as \"19.90\"" : "must be text"));
            }
            return json.getString();
        }

        private static RefusedValueException refused(JsonParser json, String detail) {
            return new RefusedValueException(json, Money.class, detail);
        }

        private static RuntimeException at(String name, RefusedValueException refused) {
            return refused.prependPath(Money.class, name);
        }
    }
}
