package io.pasar.platform.json;

import io.pasar.kernel.id.Id;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.module.SimpleModule;

/// How kernel types look in JSON.
final class KernelModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    KernelModule() {
        super("pasar-kernel");
        addSerializer(Money.class, new MoneyJson.Writer());
        addDeserializer(Money.class, new MoneyJson.Reader());
        addSerializer(Id.class, new IdJson.Writer());
        addDeserializer(Instant.class, new InstantReader());
        addSerializer(Cursor.class, new CursorWriter());
        addDeserializer(Double.class, new FiniteReader());
        addDeserializer(double.class, new FiniteReader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdReaders());
        context.addKeyDeserializers(new IdKeyReaders());
    }

    private static final class IdReaders extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isId(type.getRawClass()) ? new IdJson.Reader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isId(type);
        }
    }

    private static final class IdKeyReaders implements KeyDeserializers {

        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isId(type.getRawClass()) ? new IdJson.KeyReader(type.getRawClass()) : null;
        }
    }

    private static boolean isId(Class<?> type) {
        return Id.class.isAssignableFrom(type) && type.isRecord();
    }
}
