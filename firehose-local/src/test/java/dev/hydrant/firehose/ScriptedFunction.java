package dev.hydrant.firehose;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A function that remembers its invocations and answers what a test wants. */
public final class ScriptedFunction implements RequestStreamHandler {

    private final Script script;
    private final List<TransformCall> calls = new CopyOnWriteArrayList<>();

    /** What it answers. */
    @FunctionalInterface
    public interface Script {
        String answer(TransformCall call) throws Exception;
    }

    public ScriptedFunction(Script script) {
        this.script = script;
    }

    public List<TransformCall> calls() {
        return calls;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        TransformCall call = TransformCall.read(input, context);
        calls.add(call);
        try {
            output.write(script.answer(call).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
