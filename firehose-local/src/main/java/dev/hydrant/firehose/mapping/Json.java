package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** How a JSON value is named in a message. */
final class Json {

    private Json() {}

    static String shown(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "{...}";
        }
        if (token == JsonToken.START_ARRAY) {
            return "[...]";
        }
        return token == JsonToken.VALUE_STRING ? '"' + json.getText() + '"' : json.getText();
    }
}
