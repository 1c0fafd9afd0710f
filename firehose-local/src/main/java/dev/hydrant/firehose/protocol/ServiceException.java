package dev.hydrant.firehose.protocol;

/** An answer that is an error: its name, its HTTP status and its message, as Firehose gives them. */
final class ServiceException extends Exception {

    private final String type;
    private final int status;

    private ServiceException(String type, int status, String message) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }

    static ServiceException invalidArgument(String message) {
        return new ServiceException("InvalidArgumentException", 400, message);
    }

    static ServiceException notFound(String stream, String account) {
        return new ServiceException(
                "ResourceNotFoundException", 400, "Firehose %s under account %s not found.".formatted(stream, account));
    }

    static ServiceException inUse(String message) {
        return new ServiceException("ResourceInUseException", 400, message);
    }

    static ServiceException concurrentModification(String message) {
        return new ServiceException("ConcurrentModificationException", 400, message);
    }

    static ServiceException limitExceeded(String message) {
        return new ServiceException("LimitExceededException", 400, message);
    }

    /** Broken constraints of the service model. Firehose's model does not name this error, so SDKs show it under its code. */
    static ServiceException validation(String message) {
        return new ServiceException("ValidationException", 400, message);
    }

    static ServiceException serialization(String message) {
        return new ServiceException("SerializationException", 400, message);
    }

    static ServiceException unknownOperation(String message) {
        return new ServiceException("UnknownOperationException", 400, message);
    }

    static ServiceException tooLarge(String message) {
        return new ServiceException("RequestEntityTooLargeException", 413, message);
    }

    /** Clients may send the same again later. */
    static ServiceException unavailable(String message) {
        return new ServiceException("ServiceUnavailableException", 503, message);
    }

    static ServiceException internal(String message) {
        return new ServiceException("InternalFailure", 500, message);
    }
}
