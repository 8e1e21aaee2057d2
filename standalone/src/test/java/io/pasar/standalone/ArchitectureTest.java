package io.pasar.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.pasar.test.HouseRules;

@AnalyzeClasses(packages = "io.pasar.standalone", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DEMO_MARKET_KNOWS_ONLY_THE_CONTRACT = noClasses()
            .that()
            .resideInAPackage("io.pasar.standalone.demo..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.pasar..").and(resideOutsideOfPackage("io.pasar.standalone.demo..")))
            .because("its people are members like all others");

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
