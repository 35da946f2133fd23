package io.fdscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.fdscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.fdscope.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jfrAndJmxDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("io.fdscope.jfr..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fdscope.jmx..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.management..");

    @ArchTest
    static final ArchRule jmxDoesNotKnowJfr = noClasses()
            .that()
            .resideInAPackage("io.fdscope.jmx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.jfr..", "jdk.jfr..");

    @ArchTest
    static final ArchRule onlyTheMonitorJoinsTheParts = noClasses()
            .that()
            .resideOutsideOfPackages("io.fdscope.monitor..", "io.fdscope.jfr..", "io.fdscope.jmx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.jfr", "io.fdscope.jmx..");

    @ArchTest
    static final ArchRule theClassInTheApplicationsLoaderStandsAlone = classes()
            .that()
            .haveSimpleName("Premain")
            .or()
            .haveSimpleName("AgentLoader")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.fdscope.agent");

    @ArchTest
    static final ArchRule theCommandLineStaysOutOfTheHost = noClasses()
            .that()
            .resideOutsideOfPackages("io.fdscope.cli..", "io.fdscope.report..", "io.fdscope.jfr.recording..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.fdscope.cli..",
                    "io.fdscope.report..",
                    "io.fdscope.jfr.recording..",
                    "picocli..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule theReportKnowsNoCommandLine = noClasses()
            .that()
            .resideInAPackage("io.fdscope.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.cli..", "picocli..");
}
