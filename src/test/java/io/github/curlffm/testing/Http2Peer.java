package io.github.curlffm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RateControl;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Jetty with HTTP/2 in the clear on a free port of the loopback address. It answers with {@code this is} and the path, to
 * {@code /of/1000} with 1,000 {@link #bytes}, and pushes some paths before.
 */
public final class Http2Peer implements AutoCloseable {

    private static final String OF = "/of/";

    private final Server server = new Server();
    private final HTTP2CServerConnectionFactory http2 = new HTTP2CServerConnectionFactory(new HttpConfiguration());
    private final ServerConnector connector = new ServerConnector(server, http2);
    private final AtomicInteger pushes = new AtomicInteger();
    private final Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    /** Starts a server that pushes these with the answer to each {@code /}. */
    public Http2Peer(String... pushed) throws Exception {
        http2.setRateControlFactory(new RateControl.Factory() {}); // many refusals are what some tests want
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                String sent = Content.Source.asString(request);
                if (!sent.isEmpty()) {
                    received.add(sent);
                }
                String path = request.getHttpURI().getPath();
                if (path.equals("/") && request.getConnectionMetaData().isPushSupported()) {
                    List.of(pushed).forEach(each -> push(request, each));
                }
                byte[] body = path.startsWith(OF)
                        ? bodies.computeIfAbsent(Integer.parseInt(path.substring(OF.length())), Http2Peer::bytes)
                        : ("this is " + path).getBytes(StandardCharsets.UTF_8);
                response.getHeaders().put("content-length", body.length);
                response.write(true, ByteBuffer.wrap(body), callback);
                return true;
            }
        });
        server.start();
    }

    private void push(Request request, String path) {
        pushes.incrementAndGet();
        request.push(new MetaData.Request(
                "GET",
                HttpURI.build(request.getHttpURI()).path(path),
                HttpVersion.HTTP_2,
                HttpFields.build().add("x-pushed", "yes")));
    }

    /** {@return the next body of a request that has one, or null} */
    public String received() {
        return received.poll();
    }

    /** {@return a body of a length} */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }

    /** {@return how many streams were pushed} */
    public int pushes() {
        return pushes.get();
    }

    /** {@return the URL of a path, as in {@code url("/a")}} */
    public String url(String path) {
        return "http://127.0.0.1:" + connector.getLocalPort() + path;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError("Jetty does not stop", e);
        }
    }
}
