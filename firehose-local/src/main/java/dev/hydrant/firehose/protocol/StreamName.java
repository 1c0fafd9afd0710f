package dev.hydrant.firehose.protocol;

/** The member DeliveryStreamName. */
final class StreamName {

    private StreamName() {}

    static String of(Arguments arguments) throws ServiceException {
        Violations violations = new Violations();
        String name = check(arguments, violations);
        violations.check();
        return name;
    }

    static String check(Arguments arguments, Violations violations) throws ServiceException {
        String name = arguments.text("DeliveryStreamName");
        violations.notNull(name, "deliveryStreamName");
        violations.length(name, "deliveryStreamName", 1, 64);
        violations.pattern(name, "deliveryStreamName", PutParser.NAME);
        return String.valueOf(name);
    }
}
