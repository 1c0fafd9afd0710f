package dev.hydrant.delivery.firehose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Spares the SDK the two things that cost most of a call: making the request's body, and an object for each of 500 record
 * ids that nobody reads. Signing comes after the body, so it signs what is sent.
 */
final class CallInterceptor implements ExecutionInterceptor {

    static final ExecutionAttribute<PutCall> CALL = new ExecutionAttribute<>("HydrantCall");

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        PutCall call = attributes.getAttribute(CALL);
        return call == null
                ? context.httpRequest()
                : context.httpRequest()
                        .copy(request -> request.putHeader(
                                "Content-Length",
                                Long.toString(
                                        call.body().optionalContentLength().orElseThrow())));
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        PutCall call = attributes.getAttribute(CALL);
        return call == null ? context.requestBody() : Optional.of(call.body());
    }

    /** An answer in which every record was taken is counted, not read; any other is left to the SDK. */
    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        PutCall call = attributes.getAttribute(CALL);
        if (call == null
                || context.responseBody().isEmpty()
                || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        try (InputStream answer = context.responseBody().get()) {
            return Optional.of(call.answered(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
