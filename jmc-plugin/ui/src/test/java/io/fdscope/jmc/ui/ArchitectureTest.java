package io.fdscope.jmc.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.fdscope.jmc.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule whatIsShownKnowsNoWidgets = noClasses()
            .that()
            .resideInAnyPackage("..ui.recorded..", "..ui.scale..", "..ui.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse..", "org.openjdk.jmc.flightrecorder.ui..", "java.awt..");

    @ArchTest
    static final ArchRule theChartKnowsNothingOfJmc = noClasses()
            .that()
            .resideInAnyPackage("..ui.canvas..", "..ui.scale..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openjdk.jmc..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.fdscope.jmc.ui.(*)..").should().beFreeOfCycles();
}
