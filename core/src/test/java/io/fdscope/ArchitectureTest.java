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
    static final ArchRule coreNeedsJavaBaseOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.fdscope..",
                    "java.lang..",
                    "java.io",
                    "java.nio..",
                    "java.net",
                    "java.time..",
                    "java.util",
                    "java.util.concurrent..",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");

    @ArchTest
    static final ArchRule nothingHereIsLoggedOrInstrumented = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "java.lang.instrument..", "java.lang.management..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.fdscope.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyProcfsReadsFiles = noClasses()
            .that()
            .resideOutsideOfPackages("io.fdscope.procfs", "io.fdscope.process")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|RandomAccessFile|FileInputStream|FileReader)");

    @ArchTest
    static final ArchRule tableKnowsNeitherKernelFilesNorClocks = noClasses()
            .that()
            .resideInAPackage("io.fdscope.descriptor")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fdscope.(procfs|probe|sample|process|threshold)..", "java.time..");

    @ArchTest
    static final ArchRule nobodyExitsOrPrints = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
