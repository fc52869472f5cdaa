package io.github.curlffm.testing;

/** An HTTP server that begins its answer with {@value #BEGUN}, and never ends it. */
public final class StallingPeer implements AutoCloseable {

    /** What comes of the body. */
    public static final String BEGUN = "begun";

    private final WireServer server = new WireServer(connection -> {
        connection.readHead();
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + BEGUN);
        connection.readLine();
    });

    public String url() {
        return server.url("http", "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
