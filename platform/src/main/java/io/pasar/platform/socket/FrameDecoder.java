package io.pasar.platform.socket;

import io.pasar.platform.problem.Problem;
import io.pasar.platform.socket.DecodedFrame.Broken;
import io.pasar.platform.socket.DecodedFrame.Refused;
import io.pasar.platform.socket.DecodedFrame.Taken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads `{"id":7,"type":"chat.send","data":{…},"key":"…"}`. Unknown fields are ignored.
final class FrameDecoder {

    private static final long ID_MAX = 0xFFFF_FFFFL;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final JsonMapper mapper;
    private final ObjectReader reader;

    FrameDecoder(JsonMapper mapper) {
        this.mapper = mapper;
        this.reader = mapper.readerFor(JsonNode.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    DecodedFrame decode(String text) {
        return parse(text) instanceof ObjectNode frame && idOf(frame) >= 0 ? decode(frame, idOf(frame)) : new Broken();
    }

    private @Nullable JsonNode parse(String text) {
        try {
            return reader.readValue(text);
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static long idOf(ObjectNode frame) {
        JsonNode id = frame.path("id");
        boolean valid = id.isIntegralNumber() && id.canConvertToLong() && id.longValue() <= ID_MAX;
        return valid ? id.longValue() : -1;
    }

    private DecodedFrame decode(ObjectNode frame, long id) {
        JsonNode type = frame.path("type");
        JsonNode data = frame.path("data");
        JsonNode key = frame.path("key");
        if (!type.isString() || !TYPE.matcher(type.stringValue()).matches()) {
            return refused(id, "/type", "must name a command, such as room.join");
        }
        if (!isAbsent(data) && !data.isObject()) {
            return refused(id, "/data", "must be an object");
        }
        if (!isAbsent(key) && !(key.isString() && KEY.matcher(key.stringValue()).matches())) {
            return refused(id, "/key", "must be 1 to 255 visible ASCII characters");
        }
        ObjectNode content = data instanceof ObjectNode object ? object : mapper.createObjectNode();
        return new Taken(new SocketCommand(id, type.stringValue(), content, key.isString() ? key.stringValue() : null));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Refused refused(long id, String pointer, String detail) {
        return new Refused(id, Problem.invalid(pointer, detail));
    }
}
