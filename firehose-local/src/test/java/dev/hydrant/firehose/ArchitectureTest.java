package dev.hydrant.firehose;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final JavaClasses FIREHOSE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theLocalFirehoseNeedsNoOtherModuleOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.hydrant.firehose..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and of another module",
                        type -> type.getPackageName().startsWith("dev.hydrant")
                                && !type.getPackageName().startsWith("dev.hydrant.firehose")))
                .check(FIREHOSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.hydrant.(**)").should().beFreeOfCycles().check(FIREHOSE);
    }

    @Test
    void spoolAndMappingKnowNoTablesAndNoStreams() {
        noClasses()
                .that()
                .resideInAnyPackage("..spool..", "..mapping..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..iceberg.catalog..", "..firehose.delivery..", "..firehose.stream..", "..protocol..")
                .check(FIREHOSE);
    }

    @Test
    void onlyTheEdgeReadsTheClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(FIREHOSE);
        classes()
                .that()
                .resideOutsideOfPackage("dev.hydrant.firehose")
                .should()
                .onlyDependOnClassesThat()
                .doNotHaveFullyQualifiedName("java.time.Clock")
                .check(FIREHOSE);
    }
}
