package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the operation of each request by its target header, and writes the answer or the error as Firehose does. */
final class Requests implements HttpHandler {

    private static final String TARGET = "X-Amz-Target";
    private static final String SERVICE = "Firehose_20150804.";

    private final Map<String, Operation> operations;
    private final Queue<Buffers> idle = new ConcurrentLinkedQueue<>();
    private int underWay;
    private boolean stopping;

    private record Buffers(Request request, Reply reply) {}

    Requests(DeliveryStreams streams, InstantSource clock) {
        operations = Map.ofEntries(
                Map.entry("CreateDeliveryStream", new CreateDeliveryStream(streams, clock)),
                Map.entry("DescribeDeliveryStream", new DescribeDeliveryStream(streams)),
                Map.entry("ListDeliveryStreams", new ListDeliveryStreams(streams)),
                Map.entry("UpdateDestination", new UpdateDestination(streams)),
                Map.entry("DeleteDeliveryStream", new DeleteDeliveryStream(streams)),
                Map.entry("TagDeliveryStream", new TagDeliveryStream(streams)),
                Map.entry("UntagDeliveryStream", new UntagDeliveryStream(streams)),
                Map.entry("ListTagsForDeliveryStream", new ListTagsForDeliveryStream(streams)),
                Map.entry("StartDeliveryStreamEncryption", new StartDeliveryStreamEncryption(streams)),
                Map.entry("StopDeliveryStreamEncryption", new StopDeliveryStreamEncryption(streams)),
                Map.entry("PutRecord", new PutRecord(streams)),
                Map.entry("PutRecordBatch", new PutRecordBatch(streams)));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean refuse = began();
        Buffers taken = idle.poll();
        Buffers buffers = taken == null ? new Buffers(new Request(), new Reply()) : taken;
        try (exchange) {
            Reply reply = buffers.reply();
            int status = refuse ? refused(reply) : answer(exchange, buffers.request(), reply);
            ThreadLocalRandom random = ThreadLocalRandom.current();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", new UUID(random.nextLong(), random.nextLong()).toString());
            exchange.sendResponseHeaders(status, reply.size());
            exchange.getResponseBody().write(reply.bytes(), 0, reply.size());
        } finally {
            idle.add(buffers);
            ended();
        }
    }

    /** Refuses further requests, and waits for the answers to those under way. */
    synchronized void finish(long millis) {
        stopping = true;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (long left; underWay > 0 && (left = deadline - System.nanoTime()) > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean began() {
        underWay++;
        return stopping;
    }

    private synchronized void ended() {
        underWay--;
        notifyAll();
    }

    private static int refused(Reply reply) throws IOException {
        return error(ServiceException.unavailable("The local Firehose is stopping."), reply);
    }

    private int answer(HttpExchange exchange, Request request, Reply reply) throws IOException {
        reply.reset();
        try {
            request.read(exchange.getRequestBody());
            operation(exchange.getRequestHeaders().getFirst(TARGET)).answer(request, reply);
            return 200;
        } catch (ServiceException e) {
            return error(e, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(reply);
        } catch (IOException | RuntimeException e) {
            return error(ServiceException.internal(Reasons.of(e)), reply);
        }
    }

    private Operation operation(@Nullable String target) throws ServiceException {
        Operation operation = target != null && target.startsWith(SERVICE)
                ? operations.get(target.substring(SERVICE.length()))
                : null;
        if (operation == null) {
            throw ServiceException.unknownOperation(
                    "%s '%s' is not an operation of the local Firehose".formatted(TARGET, target));
        }
        return operation;
    }

    private static int error(ServiceException error, Reply reply) throws IOException {
        reply.reset();
        ObjectNode json =
                Arguments.JSON.createObjectNode().put("__type", error.type()).put("message", error.getMessage());
        Arguments.JSON.writeValue(reply, json);
        return error.status();
    }
}
