package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages("io.pasar.test.house");

    private static final List<Map.Entry<String, ArchRule>> RULES = List.of(
            Map.entry("CoreThatWaits", HouseRules.CORE_IS_PLAIN_JAVA),
            Map.entry("FieldInjected", HouseRules.NO_FIELD_INJECTION),
            Map.entry("OldLogger", HouseRules.NO_JAVA_UTIL_LOGGING),
            Map.entry("Sleeper", HouseRules.NO_SLEEP),
            Map.entry("BlockingService", HouseRules.NO_BLOCKING),
            Map.entry("CarelessService", HouseRules.NO_UNOWNED_SUBSCRIPTION),
            Map.entry("PriceHelper", HouseRules.TELLING_NAMES));

    @ParameterizedTest
    @FieldSource("RULES")
    void catchesWhatBreaksARule(Map.Entry<String, ArchRule> culprit) {
        assertThat(culprit.getValue().evaluate(HOUSE).getFailureReport().getDetails())
                .anyMatch(line -> line.contains(culprit.getKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PriceService", "PriceService$Price"})
    void letsAShellWaitWithTheRecordsInsideIt(String innocent) {
        assertThat(RULES)
                .allSatisfy(rule -> assertThat(rule.getValue()
                                .evaluate(HOUSE)
                                .getFailureReport()
                                .getDetails())
                        .noneMatch(line -> line.contains(innocent)));
    }
}
