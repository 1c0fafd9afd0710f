package dev.hydrant.firehose.stream;

import org.jspecify.annotations.Nullable;

/**
 * The encryption that a stream was asked for. It is kept and described; the spool itself stays as it is.
 *
 * @param keyType AWS_OWNED_CMK or CUSTOMER_MANAGED_CMK (AWS documentation of DeliveryStreamEncryptionConfigurationInput)
 * @param keyArn of the customer's key; null with AWS's own
 */
public record StreamEncryption(String keyType, @Nullable String keyArn) {

    public static final String OF_AWS = "AWS_OWNED_CMK";
    public static final String OF_CUSTOMER = "CUSTOMER_MANAGED_CMK";
}
