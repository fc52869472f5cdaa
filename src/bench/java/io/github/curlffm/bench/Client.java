package io.github.curlffm.bench;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** An HTTP client of another library; what it gets is thrown away. */
interface Client extends AutoCloseable {

    void get(URI uri) throws Exception;

    void put(URI uri, byte[] body) throws Exception;

    CompletionStage<?> getAsync(URI uri);

    @Override
    void close() throws Exception;

    /** Refuses whatever is not a success: an error page would be quick. */
    static void check(int status) {
        if (status < 200 || status > 299) {
            throw new IllegalStateException("status " + status);
        }
    }

    /** How a client is made. */
    @FunctionalInterface
    interface Maker {
        Client make(Setup setup) throws Exception;
    }

    /**
     * What a client is to do.
     *
     * @param http2 whether it speaks HTTP/2, and by TLS
     * @param connections how many connections it may have
     */
    record Setup(boolean http2, int connections) {}
}
