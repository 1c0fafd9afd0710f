package dev.hydrant.delivery.firehose;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Puts a body that is already written in the place of the one that the SDK made. Signing comes after it, so it signs what is sent. */
final class BodyInterceptor implements ExecutionInterceptor {

    static final ExecutionAttribute<RequestBody> BODY = new ExecutionAttribute<>("HydrantBody");

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        RequestBody body = attributes.getAttribute(BODY);
        return body == null
                ? context.httpRequest()
                : context.httpRequest()
                        .copy(request -> request.putHeader(
                                "Content-Length",
                                Long.toString(body.optionalContentLength().orElseThrow())));
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        RequestBody body = attributes.getAttribute(BODY);
        return body == null ? context.requestBody() : Optional.of(body);
    }
}
