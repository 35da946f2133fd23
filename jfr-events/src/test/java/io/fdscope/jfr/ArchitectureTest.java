package io.fdscope.jfr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jdk.jfr.Event;

@AnalyzeClasses(packages = "io.fdscope.jfr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule importsOnlyCoreTheBaseModuleAndTheFlightRecorder = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.fdscope.jfr..",
                    "io.fdscope.dump",
                    "io.fdscope.descriptor",
                    "io.fdscope.event",
                    "io.fdscope.fault",
                    "io.fdscope.leak",
                    "io.fdscope.origin",
                    "io.fdscope.procfs",
                    "io.fdscope.recording",
                    "io.fdscope.jfr.recording",
                    "io.fdscope.sample",
                    "io.fdscope.threshold",
                    "java.io",
                    "java.lang..",
                    "java.nio..",
                    "java.text",
                    "java.time",
                    "java.util..",
                    "jdk.jfr..");

    @ArchTest
    static final ArchRule whatRunsInTheProcessReadsNoRecordings = noClasses()
            .that()
            .resideInAPackage("io.fdscope.jfr")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.jfr.recording", "jdk.jfr.consumer");

    @ArchTest
    static final ArchRule importsNothingOfJmx = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.jmx..", "java.lang.management..", "javax.management..");

    @ArchTest
    static final ArchRule theEntryLoadsWithoutTheFlightRecorder = noClasses()
            .that()
            .haveSimpleName("FlightRecorderEvents")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jfr..");

    @ArchTest
    static final ArchRule eventsHoldOnlyFields =
            noMethods().should().beDeclaredInClassesThat().areAssignableTo(Event.class);
}
