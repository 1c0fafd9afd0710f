package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.terraform.TerraformProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether terraform, and the provider that it has chosen, are as new as versions.tf asks for. */
final class TerraformCheck {

    private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";
    private static final Pattern TERRAFORM = Pattern.compile("required_version\\s*=\\s*\">=\\s*([0-9.]+)\"");
    private static final Pattern AWS = Pattern.compile("\\sversion\\s*=\\s*\">=\\s*([0-9.]+)\"");

    private final Path folder;
    private final String terraformAsked;
    private final String providerAsked;
    private final @Nullable JsonNode versions;

    /** @throws UsageError when the folder is not Hydrant's */
    TerraformCheck(Path folder, TerraformProgram program) throws IOException {
        this.folder = folder;
        Path file = folder.resolve("versions.tf");
        if (!Files.isRegularFile(file)) {
            throw new UsageError(
                    "--terraform '%s' holds no versions.tf: allowed is Hydrant's folder terraform/".formatted(folder));
        }
        String text = Files.readString(file);
        terraformAsked = asked(TERRAFORM, text, file);
        providerAsked = asked(AWS, text, file);
        versions = versions(program);
    }

    private static String asked(Pattern pattern, String text, Path file) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new UsageError("'%s' asks for no version by %s".formatted(file, pattern));
        }
        return matcher.group(1);
    }

    private @Nullable JsonNode versions(TerraformProgram program) throws IOException {
        try {
            return new ObjectMapper()
                    .readTree(program.run(folder, "version", "-json").out());
        } catch (TerraformProgram.AbsentException e) {
            return null;
        } catch (JsonProcessingException e) {
            throw new IOException("'terraform version -json' answered no JSON", e);
        }
    }

    Finding terraform() {
        String mend = "install Terraform %s or later: https://developer.hashicorp.com/terraform/install"
                .formatted(terraformAsked);
        if (versions == null) {
            return Finding.fail("there is no program terraform on the path", mend);
        }
        String there = versions.path("terraform_version").asText();
        return isAtLeast(there, terraformAsked)
                ? Finding.ok("%s, %s or later is asked for".formatted(there, terraformAsked))
                : Finding.fail("%s is too old: %s or later is asked for".formatted(there, terraformAsked), mend);
    }

    Finding provider() {
        JsonNode chosen =
                versions == null ? null : versions.path("provider_selections").get(PROVIDER);
        if (chosen == null) {
            return Finding.skipped(
                    "none is chosen yet: 'terraform -chdir=%s init' takes the newest, %s or later is asked for"
                            .formatted(folder, providerAsked));
        }
        return isAtLeast(chosen.asText(), providerAsked)
                ? Finding.ok("hashicorp/aws %s, %s or later is asked for".formatted(chosen.asText(), providerAsked))
                : Finding.fail(
                        "hashicorp/aws %s is too old: %s or later is asked for"
                                .formatted(chosen.asText(), providerAsked),
                        "terraform -chdir=%s init -upgrade".formatted(folder));
    }

    /** Compares by numbers; a part that is missing is 0, and what follows a hyphen is left out. */
    static boolean isAtLeast(String there, String asked) {
        String[] left = there.replaceFirst("-.*", "").split("\\.");
        String[] right = asked.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(part(left, i), part(right, i));
            if (order != 0) {
                return order > 0;
            }
        }
        return true;
    }

    private static int part(String[] parts, int i) {
        return i < parts.length && parts[i].matches("\\d{1,9}") ? Integer.parseInt(parts[i]) : 0;
    }
}
