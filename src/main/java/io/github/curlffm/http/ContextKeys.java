package io.github.curlffm.http;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Whether an {@link SSLContext} has keys, which cannot be seen: a server of it answers a client only with one. */
final class ContextKeys {

    private static final int MOST_STEPS = 100;

    private ContextKeys() {}

    static boolean has(SSLContext context) {
        try {
            SSLEngine client = context.createSSLEngine();
            client.setUseClientMode(true);
            client.beginHandshake();
            int size = client.getSession().getPacketBufferSize();
            ByteBuffer hello = ByteBuffer.allocate(size);
            client.wrap(ByteBuffer.allocate(0), hello);
            SSLEngine server = context.createSSLEngine();
            server.setUseClientMode(false);
            server.beginHandshake();
            return answers(server, hello.flip());
        } catch (SSLException | RuntimeException noKeyThatFits) {
            return false;
        }
    }

    private static boolean answers(SSLEngine server, ByteBuffer hello) throws SSLException {
        int size = server.getSession().getPacketBufferSize();
        ByteBuffer data = ByteBuffer.allocate(size);
        for (int step = 0; step < MOST_STEPS; step++) {
            HandshakeStatus status = server.getHandshakeStatus();
            switch (status) {
                case NEED_TASK -> server.getDelegatedTask().run();
                case NEED_UNWRAP -> server.unwrap(hello, data);
                case NEED_WRAP -> {
                    server.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(size));
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
