package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.iceberg.types.Types;

/** Numeric columns take a JSON number or a string that holds one (AWS documentation). Nothing overflows or loses digits silently. */
final class NumberReaders {

    private static final String WHOLE = "a whole number from %d to %d";

    private NumberReaders() {}

    static Object int32(JsonParser json) throws IOException, RowException {
        long value = whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return (int) value;
    }

    static Object int64(JsonParser json) throws IOException, RowException {
        return whole(json, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** 1.0 and 1e3 are whole; 1.5 is not. */
    static long whole(JsonParser json, long least, long most) throws IOException, RowException {
        long value;
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            value = json.getLongValue();
        } else {
            try {
                value = number(json, WHOLE.formatted(least, most)).longValueExact();
            } catch (ArithmeticException e) {
                throw RowException.value(Json.shown(json), WHOLE.formatted(least, most));
            }
        }
        if (value < least || value > most) {
            throw RowException.value(Json.shown(json), WHOLE.formatted(least, most));
        }
        return value;
    }

    static Object float32(JsonParser json) throws IOException, RowException {
        float value =
                isNumber(json) ? json.getFloatValue() : number(json, "a number").floatValue();
        if (!Float.isFinite(value)) {
            throw RowException.value(Json.shown(json), "a number of at most " + Float.MAX_VALUE);
        }
        return value;
    }

    static Object float64(JsonParser json) throws IOException, RowException {
        double value = isNumber(json)
                ? json.getDoubleValue()
                : number(json, "a number").doubleValue();
        if (!Double.isFinite(value)) {
            throw RowException.value(Json.shown(json), "a number of at most " + Double.MAX_VALUE);
        }
        return value;
    }

    static ValueReader decimal(Types.DecimalType type) {
        String expected = "a number of %d digits, %d of them after the point".formatted(type.precision(), type.scale());
        int wholeDigits = type.precision() - type.scale();
        return json -> {
            // Without zeros at the end, so that neither 1e99999999 nor 1e-99999999 is ever written out in full.
            BigDecimal value = number(json, expected).stripTrailingZeros();
            boolean tooFine = value.scale() > type.scale();
            boolean tooLarge = value.signum() != 0 && (long) value.precision() - value.scale() > wholeDigits;
            if (tooFine || tooLarge) {
                throw RowException.value(Json.shown(json), expected);
            }
            return value.setScale(type.scale());
        };
    }

    private static boolean isNumber(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT || json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    private static BigDecimal number(JsonParser json, String expected) throws IOException, RowException {
        if (!isNumber(json) && json.currentToken() != JsonToken.VALUE_STRING) {
            throw RowException.value(Json.shown(json), expected);
        }
        String text = json.getText();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw RowException.value(Json.shown(json), expected);
        }
    }
}
