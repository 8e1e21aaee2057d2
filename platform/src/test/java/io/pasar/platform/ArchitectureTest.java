package io.pasar.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.pasar.test.HouseRules;

/// The house's rules, as they apply to its plumbing. The platform is a shell from end to end, so the rule that keeps
/// reactive types out of the functional core holds here for what decides: classes named `Rules` and `Decision`.
@AnalyzeClasses(packages = "io.pasar.platform", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = HouseRules.NO_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = HouseRules.NO_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_SLEEP = HouseRules.NO_SLEEP;

    @ArchTest
    static final ArchRule NO_BLOCKING = HouseRules.NO_BLOCKING;

    @ArchTest
    static final ArchRule NO_UNOWNED_SUBSCRIPTION = HouseRules.NO_UNOWNED_SUBSCRIPTION;

    @ArchTest
    static final ArchRule TELLING_NAMES = HouseRules.TELLING_NAMES;

    @ArchTest
    static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .haveNameMatching(".*(Rules|Decision|Pointers|Objections)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("reactor..", "org.springframework..", "io.r2dbc..", "io.lettuce..", "io.netty..")
            .because("what decides is plain Java");

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.pasar.live..", "io.pasar.community..", "io.pasar.content..", "io.pasar.standalone..")
            .because("arrows point one way");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.pasar.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SETTINGS_ARE_RECORDS = classes()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .should()
            .beRecords()
            .because("settings do not change while a service runs");
}
