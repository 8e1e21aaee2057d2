package io.pasar.community.member;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.platform.web.Bcp47;
import io.pasar.platform.web.Market;
import io.pasar.platform.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What somebody sends to sign up. Fields it does not know are profile extras of clients and are ignored.
///
/// @param handle 3 to 50 letters a-z in either case, digits, `_`, `-`, `.`; letter or digit at both ends
/// @param displayName 1 to 50 characters; the handle if absent
/// @param locale BCP 47
/// @param market ISO 3166-1 alpha-2
/// @param referralCode the code of the friend whose link they came through
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignUpRequest(
        @NotNull
        @Size(min = 3, max = 50, message = "must have 3 to 50 characters")
        @Pattern(
                regexp = "[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?",
                message = "must consist of letters a-z, digits, _, - and ., with a letter or digit at both ends")
        String handle,

        @NotNull Password password,
        @Nullable @PlainText(max = 50) String displayName,
        @Nullable @Bcp47 String locale,
        @Nullable @Market String market,

        @Nullable @Size(max = 40, message = "must have at most 40 characters")
        String referralCode) {}
