package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Frame;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty's WebSocket server on a free port of the loopback address; keeps every frame that it is sent. */
public final class WebSocketPeer implements AutoCloseable {

    /** What the server says. */
    public interface Script {
        /** Says something first. */
        default void opened(Session session) throws Exception {}

        /** Answers a frame. */
        default void answer(Session session, Received frame) throws Exception {}
    }

    /** A frame that arrived. */
    public record Received(String type, boolean last, byte[] bytes) {
        /** {@return its payload} */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return type + (last ? " " : "... ") + text();
        }
    }

    private static final String PATH = "/chat";

    private static final long MOST = 64 * 1024 * 1024;
    private static final int SECONDS = 60;

    private final Server server = new Server();
    private final ServerConnector connector;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final String scheme;

    /** Starts a server that only listens. */
    public WebSocketPeer() {
        this(new Script() {});
    }

    /** Starts a server. */
    public WebSocketPeer(Script script) {
        this(script, null);
    }

    /** Starts a server that speaks TLS, unless there are no certificates. */
    public WebSocketPeer(Script script, TestCertificates certificates) {
        scheme = certificates == null ? "ws" : "wss";
        HttpConnectionFactory http = new HttpConnectionFactory(new HttpConfiguration());
        connector = certificates == null
                ? new ServerConnector(server, http)
                : new ServerConnector(server, tls(certificates), http);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setAutoFragment(false);
            container.setMaxFrameSize(MOST);
            container.setMaxTextMessageSize(MOST);
            container.addMapping(PATH, (request, response, callback) -> new Endpoint(script, received));
        }));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SslConnectionFactory tls(TestCertificates certificates) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(certificates.serverContext());
        return new SslConnectionFactory(factory, "http/1.1");
    }

    /** One connection. */
    public static final class Endpoint implements Session.Listener {
        private final Script script;
        private final BlockingQueue<Received> received;
        private Session session;

        Endpoint(Script script, BlockingQueue<Received> received) {
            this.script = script;
            this.received = received;
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
            run(() -> script.opened(session));
            session.demand();
        }

        @Override
        public void onWebSocketFrame(Frame frame, Callback callback) {
            ByteBuffer payload = frame.getPayload();
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            callback.succeed();
            Received arrived = new Received(frame.getType().name(), frame.isFin(), bytes);
            received.add(arrived);
            run(() -> script.answer(session, arrived));
            if (frame.getType() == Frame.Type.CLOSE) {
                session.close();
            } else {
                session.demand();
            }
        }

        private static void run(Step step) {
            try {
                step.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    /** {@return the next frame that arrived, whole as it was} */
    public Received take() throws InterruptedException {
        Received next = received.poll(SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "no frame arrived");
        return next;
    }

    public String url() {
        return scheme + "://127.0.0.1:" + connector.getLocalPort() + PATH;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
