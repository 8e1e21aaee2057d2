package io.pasar.platform.operator;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The operator's access.
///
/// @param token what opens the actuator, 32 to 512 visible ASCII characters, in the environment as
///     `PASAR_OPERATOR_TOKEN`; empty: nobody gets in
@Validated
@ConfigurationProperties("pasar.operator")
public record OperatorProperties(
        @DefaultValue("")
        @Pattern(
                regexp = "|[\\x21-\\x7e]{32,512}",
                message = "must be 32 to 512 visible ASCII characters (PASAR_OPERATOR_TOKEN)")
        String token) {

    /// Says nothing of the token.
    @Override
    public String toString() {
        return "OperatorProperties[" + (token.isEmpty() ? "without a token" : "with a token") + "]";
    }
}
