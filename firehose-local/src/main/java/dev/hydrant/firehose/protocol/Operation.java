package dev.hydrant.firehose.protocol;

import java.io.IOException;

/** One operation of the API. */
@FunctionalInterface
interface Operation {

    /**
     * Answers a request.
     *
     * @param request whose body stands in it
     * @param reply empty; the JSON of the answer goes into it
     */
    void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException;
}
