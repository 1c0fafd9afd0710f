package dev.hydrant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] PURE = {"dev.hydrant.record..", "dev.hydrant.load..", "dev.hydrant.scenario.."};

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hydrant");

    @Test
    void recordsAndLoadKnowNoServiceAndNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..", "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                .check(CORE);
    }

    @Test
    void recordsAndLoadReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CORE);
    }

    @Test
    void nobodyAsksTheMachineForTheTimeOfDay() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CORE);
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(CORE);
    }

    @Test
    void importsRunFromRunToScenario() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("run")
                .definedBy("dev.hydrant.run..")
                .layer("parts")
                .definedBy(
                        "dev.hydrant.load..", "dev.hydrant.record..", "dev.hydrant.delivery..", "dev.hydrant.measure..")
                .layer("scenario")
                .definedBy("dev.hydrant.scenario..")
                .layer("clock")
                .definedBy("dev.hydrant.clock..")
                .whereLayer("run")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("parts")
                .mayOnlyBeAccessedByLayers("run")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers("run", "parts")
                .whereLayer("clock")
                .mayOnlyBeAccessedByLayers("run", "parts")
                .check(CORE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.hydrant.(*)..").should().beFreeOfCycles().check(CORE);
        slices().matching("dev.hydrant.(**)").should().beFreeOfCycles().check(CORE);
    }
}
