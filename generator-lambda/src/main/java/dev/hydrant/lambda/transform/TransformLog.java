package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of one invocation, a JSON object a line: why each record failed, then the accounting.
 *
 * <pre>
 *   {"function":"SesRouter","recordId":"4965…","result":"ProcessingFailed","message":"mail.messageId missing"}
 *   {"function":"SesRouter","invocationId":"…","records":500,"ok":498,"dropped":0,"putBack":1,"processingFailed":1}
 * </pre>
 *
 * <p>A stream gone wrong fails every record for days, so only the first {@value #LINES} of an invocation get a line of
 * their own; the accounting counts them all.
 */
public final class TransformLog {

    private static final int LINES = 50;

    private final String function;
    private final Consumer<String> sink;
    private int failed;
    private int putBack;

    /** Writes to {@code sink}, which takes one line without its end. */
    public TransformLog(String function, Consumer<String> sink) {
        this.function = function;
        this.sink = sink;
    }

    void failed(String recordId, String message) {
        failed++;
        if (failed <= LINES) {
            line(json -> {
                json.writeStringField("recordId", recordId);
                json.writeStringField("result", Answer.Result.ProcessingFailed.name());
                json.writeStringField("message", message);
            });
        }
    }

    void putBack(int records) {
        putBack = records;
    }

    void end(@Nullable String invocationId, List<Answer> answers) {
        long ok = count(answers, Answer.Result.Ok);
        long dropped = count(answers, Answer.Result.Dropped) - putBack;
        line(json -> {
            json.writeStringField("invocationId", invocationId);
            json.writeNumberField("records", answers.size());
            json.writeNumberField("ok", ok);
            json.writeNumberField("dropped", dropped);
            json.writeNumberField("putBack", putBack);
            json.writeNumberField("processingFailed", failed);
        });
    }

    private static long count(List<Answer> answers, Answer.Result result) {
        return answers.stream().filter(answer -> answer.result() == result).count();
    }

    private void line(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = AsciiJson.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("function", function);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A StringWriter does not fail.
        }
        sink.accept(line.toString());
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
