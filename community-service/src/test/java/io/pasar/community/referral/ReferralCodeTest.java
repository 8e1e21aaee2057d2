package io.pasar.community.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes people read out to each other.
class ReferralCodeTest {

    @Property
    void readsBackEveryCodeHoweverItIsTyped(@ForAll long seed) {
        ReferralCode code = ReferralCode.random(new Random(seed));
        String typed = " " + code.text().substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-"
                + code.text().substring(4) + "\n";
        assertThat(ReferralCode.read(typed)).contains(code);
    }

    @Property
    void usesNoLetterThatIsMistakenForAnother(@ForAll long seed) {
        assertThat(ReferralCode.random(new Random(seed)).text()).matches("[2-9BCDFGHJKMNPQRSTVWXYZ]{8}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "BCDFGHJKM", "BCDFGHJ0", "BCDFGHJO", "ＢＣＤＦＧＨＪＫ", "'; DROP T"})
    void isNoCodeOtherwise(String typed) {
        assertThat(ReferralCode.read(typed)).isEmpty();
    }
}
