package io.pasar.platform.json;

import io.pasar.kernel.page.Cursor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Cursors are opaque text.
final class CursorWriter extends ValueSerializer<Cursor> {

    @Override
    public void serialize(Cursor cursor, JsonGenerator json, SerializationContext context) {
        json.writeString(cursor.opaque());
    }
}
