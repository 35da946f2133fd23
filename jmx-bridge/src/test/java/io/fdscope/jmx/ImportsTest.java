package io.fdscope.jmx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.fdscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportsTest {
    @ArchTest
    static final ArchRule knowsOnlyCoreAndTheTwoModulesOfTheJdk = classes()
            .that()
            .resideInAPackage("io.fdscope.jmx..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.fdscope.jmx..",
                    "io.fdscope.descriptor",
                    "io.fdscope.dump",
                    "io.fdscope.fault",
                    "io.fdscope.leak",
                    "io.fdscope.origin",
                    "io.fdscope.procfs",
                    "io.fdscope.sample",
                    "io.fdscope.threshold",
                    "java.io",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "javax.management..");

    @ArchTest
    static final ArchRule neverTouchesTheServerOfThePlatform = noClasses()
            .that()
            .resideInAPackage("io.fdscope.jmx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.management..");

    @ArchTest
    static final ArchRule metersReadTheBeanByItsNameAlone = classes()
            .that()
            .resideInAPackage("io.fdscope.meter..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.fdscope.meter..",
                    "io.fdscope.descriptor",
                    "io.fdscope.fault",
                    "io.micrometer..",
                    "java.lang..",
                    "java.util..",
                    "javax.management..");

    @ArchTest
    static final ArchRule onlyMetersKnowMicrometer = noClasses()
            .that()
            .resideOutsideOfPackage("io.fdscope.meter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.meter..", "io.micrometer..");

    @ArchTest
    static final ArchRule nobodyInCoreKnowsTheBean = noClasses()
            .that()
            .resideOutsideOfPackage("io.fdscope.jmx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fdscope.jmx..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("io.fdscope.(*)..").should().beFreeOfCycles();
}
