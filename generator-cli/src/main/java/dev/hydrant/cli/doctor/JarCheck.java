package dev.hydrant.cli.doctor;

import dev.hydrant.lambda.DynamoDbCsv;
import dev.hydrant.lambda.GeneratorHandler;
import dev.hydrant.lambda.SesRouter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Whether the Lambda jar is built and holds the handlers. */
final class JarCheck {

    private static final List<Class<?>> HANDLERS = List.of(GeneratorHandler.class, SesRouter.class, DynamoDbCsv.class);
    private static final String BUILD = "./mvnw -pl generator-lambda -am package -DskipTests";

    private JarCheck() {}

    /** @param own whether another than the one that the build makes was named */
    static Finding of(Path jar, boolean own) {
        String mend = own ? BUILD + "\nhydrant doctor, without --lambda-jar, then looks at what was built" : BUILD;
        if (!Files.isRegularFile(jar)) {
            return Finding.fail("%s is not there".formatted(jar), mend);
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Class<?> handler : HANDLERS) {
                if (zip.getEntry(handler.getName().replace('.', '/') + ".class") == null) {
                    return Finding.fail("%s does not hold %s".formatted(jar, handler.getName()), mend);
                }
            }
        } catch (IOException e) {
            return Finding.fail("%s cannot be read: %s".formatted(jar, e.getMessage()), mend);
        }
        return Finding.ok("%s holds the three handlers".formatted(jar));
    }
}
