package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.transform.TransformBuffering;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ProcessingConfiguration of a request (AWS documentation): one processor of type Lambda, or none. */
final class ProcessingConfiguration {

    static final String NAME = "ProcessingConfiguration";

    private static final String LAMBDA = "Lambda";
    private static final List<String> TYPES = List.of(
            "RecordDeAggregation",
            "Decompression",
            "CloudWatchLogProcessing",
            LAMBDA,
            "MetadataExtraction",
            "AppendDelimiterToRecord");
    private static final List<String> PARAMETERS = List.of(
            "LambdaArn",
            "NumberOfRetries",
            "MetadataExtractionQuery",
            "JsonParsingEngine",
            "RoleArn",
            "BufferSizeInMBs",
            "BufferIntervalInSeconds",
            "SubRecordType",
            "Delimiter",
            "CompressionFormat",
            "DataMessageExtraction");
    private static final List<String> OF_LAMBDA =
            List.of("LambdaArn", "NumberOfRetries", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds");
    private static final Pattern NOT_BLANK = Pattern.compile("^(?!\\s*$).+");
    private static final int MOST_VALUE = 5_120;

    private final boolean enabled;
    private final List<String> types = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** @param at where it stands in the service model, with a dot at the end */
    ProcessingConfiguration(Arguments configuration, String at, Violations violations) throws ServiceException {
        enabled = configuration.flag("Enabled");
        int number = 0;
        for (Arguments processor : configuration.objects("Processors")) {
            String member = at + "processors.%d.member.".formatted(++number);
            String type = processor.text("Type");
            violations.notNull(type, member + "type");
            violations.oneOf(type, member + "type", TYPES);
            types.add(String.valueOf(type));
            parameters(processor, member, violations);
        }
    }

    private void parameters(Arguments processor, String at, Violations violations) throws ServiceException {
        int number = 0;
        for (Arguments parameter : processor.objects("Parameters")) {
            String member = at + "parameters.%d.member.".formatted(++number);
            String name = parameter.text("ParameterName");
            String value = parameter.text("ParameterValue");
            violations.notNull(name, member + "parameterName");
            violations.oneOf(name, member + "parameterName", PARAMETERS);
            violations.notNull(value, member + "parameterValue");
            violations.length(value, member + "parameterValue", 1, MOST_VALUE);
            violations.pattern(value, member + "parameterValue", NOT_BLANK);
            parameters.put(String.valueOf(name), String.valueOf(value));
        }
    }

    /** The transform that it asks for, once every constraint of the model is met; null when it is not enabled. */
    @Nullable
    TransformDefinition definition() throws ServiceException {
        if (!enabled) {
            return null;
        }
        if (!types.equals(List.of(LAMBDA))) {
            throw ServiceException.invalidArgument(
                    "Processors are of types %s: the local Firehose takes one of type Lambda.".formatted(types));
        }
        for (String name : parameters.keySet()) {
            if (!OF_LAMBDA.contains(name)) {
                throw ServiceException.invalidArgument(
                        "ParameterName %s: allowed for a processor of type Lambda are %s.".formatted(name, OF_LAMBDA));
            }
        }
        String arn = parameters.get("LambdaArn");
        if (arn == null) {
            throw ServiceException.invalidArgument("A processor of type Lambda needs the parameter LambdaArn.");
        }
        try {
            return new TransformDefinition(
                    arn,
                    (int) number("NumberOfRetries", TransformDefinition.DEFAULT_RETRIES, true),
                    new TransformBuffering(
                            number("BufferSizeInMBs", TransformBuffering.AWS_DEFAULT.sizeMB(), false), (int) number(
                                    "BufferIntervalInSeconds",
                                    TransformBuffering.AWS_DEFAULT.intervalSeconds(),
                                    true)));
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidArgument(String.valueOf(e.getMessage()));
        }
    }

    private double number(String parameter, double byDefault, boolean whole) throws ServiceException {
        String text = parameters.get(parameter);
        if (text == null) {
            return byDefault;
        }
        if (!text.matches(whole ? "-?\\d{1,9}" : "-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw ServiceException.invalidArgument(
                    "%s '%s': allowed is %s".formatted(parameter, text, whole ? "a whole number" : "a decimal number"));
        }
        return Double.parseDouble(text);
    }
}
