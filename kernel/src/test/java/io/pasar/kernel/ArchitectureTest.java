package io.pasar.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.pasar.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule kernelKnowsNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.pasar.kernel..", "java..", "com.fasterxml.uuid..", "org.jspecify.annotations..");
}
