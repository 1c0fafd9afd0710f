package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.stream.StreamEncryption;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The member DeliveryStreamEncryptionConfigurationInput of a request, and how it is described (AWS documentation). */
final class Encryption {

    private static final String NAME = "DeliveryStreamEncryptionConfigurationInput";
    private static final String AT = "deliveryStreamEncryptionConfigurationInput.";
    private static final Pattern KEY =
            Pattern.compile("arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+");

    private Encryption() {}

    /** What the request asks for; null when it does not say. */
    static @Nullable StreamEncryption of(Arguments request, Violations violations) throws ServiceException {
        if (!request.has(NAME)) {
            return null;
        }
        Arguments input = request.object(NAME);
        String type = input.text("KeyType");
        String key = input.text("KeyARN");
        violations.notNull(type, AT + "keyType");
        violations.oneOf(type, AT + "keyType", List.of(StreamEncryption.OF_AWS, StreamEncryption.OF_CUSTOMER));
        violations.length(key, AT + "keyARN", 1, Arns.LONGEST);
        violations.pattern(key, AT + "keyARN", KEY);
        return new StreamEncryption(String.valueOf(type), key);
    }

    /** What the model cannot say: only a customer's key has an ARN. */
    static void check(@Nullable StreamEncryption asked) throws ServiceException {
        if (asked != null && (asked.keyArn() == null) == asked.keyType().equals(StreamEncryption.OF_CUSTOMER)) {
            throw ServiceException.invalidArgument("KeyARN %s: required with KeyType %s, and allowed with no other."
                    .formatted(asked.keyArn(), StreamEncryption.OF_CUSTOMER));
        }
    }

    static void describe(@Nullable StreamEncryption encryption, ObjectNode description) {
        description.put("Status", encryption == null ? "DISABLED" : "ENABLED");
        if (encryption != null) {
            description.put("KeyType", encryption.keyType());
            if (encryption.keyArn() != null) {
                description.put("KeyARN", encryption.keyArn());
            }
        }
    }
}
