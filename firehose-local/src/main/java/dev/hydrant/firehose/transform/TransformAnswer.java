package dev.hydrant.firehose.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a function's answer and checks it as Firehose was observed to: a record that is missing or there more than once fails alone, a
 * result that Firehose does not know or data that are not base64 spoil the whole answer.
 *
 * <p>Where no observation is known this reader decides: recordIds that were not sent are ignored, so that the records they stand for are
 * missing; an Ok without data fails that record.
 */
final class TransformAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Integer> indexes;
    private final @Nullable Outcome[] outcomes;
    private final int attempt;
    private final long endMillis;
    private int unknown;

    private TransformAnswer(TransformBatch batch, int attempt, long endMillis) {
        this.indexes = batch.indexes();
        this.outcomes = new @Nullable Outcome[batch.size()];
        this.attempt = attempt;
        this.endMillis = endMillis;
    }

    /**
     * One outcome for each record of the batch.
     *
     * @param attempt which invocation answered, from 1
     * @throws InvocationException when the answer as a whole cannot be used
     */
    static Outcome[] outcomes(byte[] answer, TransformBatch batch, int attempt, long endMillis)
            throws InvocationException {
        TransformAnswer reader = new TransformAnswer(batch, attempt, endMillis);
        try (JsonParser json = JSON.createParser(answer)) {
            reader.body(json);
            if (json.nextToken() != null) {
                throw new InvocationException("the answer goes on after its JSON object");
            }
        } catch (IOException e) {
            throw new InvocationException("the answer is not JSON: " + e.getMessage());
        }
        return reader.complete();
    }

    private void body(JsonParser json) throws IOException, InvocationException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvocationException("the answer is not a JSON object");
        }
        boolean found = false;
        for (String name; (name = json.nextFieldName()) != null; ) {
            JsonToken token = json.nextToken();
            if (!name.equals("records") || token != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            found = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    throw new InvocationException("the answer's records are not all JSON objects");
                }
                entry(json);
            }
        }
        if (!found) {
            throw new InvocationException("the answer has no array 'records'");
        }
    }

    private void entry(JsonParser json) throws IOException, InvocationException {
        String id = null;
        String result = null;
        String data = null;
        Route route = Route.NONE;
        for (String name; (name = json.nextFieldName()) != null; ) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "recordId" -> id = text(json);
                case "result" -> result = text(json);
                case "data" -> data = text(json);
                case "metadata" -> route = token == JsonToken.START_OBJECT ? metadata(json) : Route.NONE;
                default -> json.skipChildren();
            }
        }
        Outcome outcome = outcome(id, result, data, route);
        Integer index = id == null ? null : indexes.get(id);
        if (index == null) {
            unknown++;
        } else if (outcomes[index] == null) {
            outcomes[index] = outcome;
        } else {
            outcomes[index] = failed(Outcome.Failed.DUPLICATED, "the function answered this recordId more than once");
        }
    }

    private Outcome outcome(@Nullable String id, @Nullable String result, @Nullable String data, Route route)
            throws InvocationException {
        if (result != null) {
            switch (result) {
                case "Ok" -> {
                    return data == null
                            ? failed(Outcome.Failed.FUNCTION, "the function answered Ok without data")
                            : new Outcome.Ok(decoded(id, data), route);
                }
                case "Dropped" -> {
                    return new Outcome.Dropped();
                }
                case "ProcessingFailed" -> {
                    return failed(Outcome.Failed.STATUS, "the function answered ProcessingFailed for this record");
                }
                default -> {}
            }
        }
        throw new InvocationException(
                "recordId %s: result %s: allowed are Ok, Dropped, ProcessingFailed".formatted(id, result));
    }

    private static byte[] decoded(@Nullable String id, String data) throws InvocationException {
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new InvocationException("recordId %s: its data are not base64: %s".formatted(id, e.getMessage()));
        }
    }

    private static Route metadata(JsonParser json) throws IOException {
        Route route = Route.NONE;
        for (String name; (name = json.nextFieldName()) != null; ) {
            if (json.nextToken() == JsonToken.START_OBJECT && name.equals("otfMetadata")) {
                route = route(json);
            } else {
                json.skipChildren();
            }
        }
        return route;
    }

    private static Route route(JsonParser json) throws IOException {
        String database = "";
        String table = "";
        String operation = "";
        for (String name; (name = json.nextFieldName()) != null; ) {
            json.nextToken();
            String value = text(json);
            switch (name) {
                case "destinationDatabaseName" -> database = value == null ? "" : value;
                case "destinationTableName" -> table = value == null ? "" : value;
                case "operation" -> operation = value == null ? "" : value;
                default -> {}
            }
        }
        return new Route(database, table, operation);
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        String text = json.getValueAsString();
        json.skipChildren();
        return text;
    }

    private Outcome[] complete() {
        Outcome[] complete = new Outcome[outcomes.length];
        for (int i = 0; i < complete.length; i++) {
            Outcome outcome = outcomes[i];
            complete[i] = outcome == null ? failed(Outcome.Failed.MISSING, missing()) : outcome;
        }
        return complete;
    }

    private String missing() {
        return unknown == 0
                ? "the function did not answer this recordId"
                : "the function did not answer this recordId, but %d that were not asked".formatted(unknown);
    }

    private Outcome.Failed failed(String code, String message) {
        return new Outcome.Failed(code, message, attempt, endMillis);
    }
}
