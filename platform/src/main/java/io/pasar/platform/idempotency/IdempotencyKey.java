package io.pasar.platform.idempotency;

import io.pasar.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A key a client chose: 1 to 255 visible ASCII characters. It is also the secret under which the answer is
/// kept, so it is never logged or stored.
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    /// @throws Problem `invalid-request` if it is of another form
    IdempotencyKey {
        if (!FORM.matcher(text).matches()) {
            throw malformed();
        }
    }

    /// From the values of the request header.
    static IdempotencyKey of(List<String> values) {
        if (values.size() != 1) {
            throw malformed();
        }
        return new IdempotencyKey(values.getFirst());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Says nothing: the key is a secret.
    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }

    private static Problem malformed() {
        return Problem.invalid("/" + HEADER, "must be one value of 1 to 255 visible ASCII characters");
    }
}
