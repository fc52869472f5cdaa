package io.github.curlffm.http;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * Asks an {@link SSLContext} whether it trusts a chain of certificates, though its trust managers cannot be reached: a client
 * engine of it is given the beginning of a TLS 1.2 handshake with that chain. In TLS 1.2 that is clear text, and an engine
 * judges the chain before it wants a proof that the server has the key, which libcurl has had already.
 */
final class TrustOracle {

    /** Of TLS 1.2, one for each kind of key that signs the key exchange. */
    private static final int ECDHE_ECDSA = 0xC02B;

    private static final int ECDHE_RSA = 0xC02F;

    private static final int TLS_1_2 = 0x0303;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int RANDOM_BYTES = 32;
    private static final int MOST_IN_A_RECORD = 16_000;
    private static final int EXTENDED_MASTER_SECRET = 0x17;
    private static final int RENEGOTIATION_INFO = 0xFF01;
    private static final int MOST_STEPS = 1000;

    private TrustOracle() {}

    /**
     * Returns if the context trusts the chain.
     *
     * @param checksHost whether the certificate must be for the host
     * @throws SSLException what the context throws, as in a real handshake
     */
    static void check(SSLContext context, String host, int port, boolean checksHost, List<X509Certificate> chain)
            throws SSLException {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm(checksHost ? "HTTPS" : null);
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        ByteBuffer nothing = ByteBuffer.allocate(0);
        ByteBuffer sent = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        ByteBuffer data = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        engine.wrap(nothing, sent);
        ByteBuffer received = ByteBuffer.wrap(flight(chain));
        for (int step = 0; step < MOST_STEPS; step++) {
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_TASK -> runTasks(engine);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!received.hasRemaining()) {
                        return; // it waits for the proof
                    }
                    engine.unwrap(received, data);
                }
                case NEED_WRAP -> engine.wrap(nothing, sent.clear()); // its alert; then it throws
                default -> throw new SSLException("the SSLContext does not judge certificates: " + status);
            }
        }
        throw new SSLException("the SSLContext does not come to an end with the certificates");
    }

    private static void runTasks(SSLEngine engine) {
        for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
            task.run();
        }
    }

    private static byte[] flight(List<X509Certificate> chain) throws SSLException {
        try {
            boolean isEc = chain.getFirst().getPublicKey().getAlgorithm().startsWith("E");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            message(all, SERVER_HELLO, hello(isEc ? ECDHE_ECDSA : ECDHE_RSA));
            message(all, CERTIFICATE, certificates(chain));
            return all.toByteArray();
        } catch (IOException | CertificateEncodingException e) {
            throw new SSLException("the certificates of the server cannot be written", e);
        }
    }

    private static byte[] hello(int suite) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(TLS_1_2);
        out.write(new byte[RANDOM_BYTES]);
        out.write(0); // no session
        out.writeShort(suite);
        out.write(0); // no compression
        out.writeShort(9); // the length of the extensions
        out.writeShort(RENEGOTIATION_INFO);
        out.writeShort(1);
        out.write(0);
        out.writeShort(EXTENDED_MASTER_SECRET);
        out.writeShort(0);
        return bytes.toByteArray();
    }

    private static byte[] certificates(List<X509Certificate> chain) throws IOException, CertificateEncodingException {
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        for (X509Certificate certificate : chain) {
            withLength(some, certificate.getEncoded());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        withLength(all, some.toByteArray());
        return all.toByteArray();
    }

    /** Three bytes of length, and the bytes. */
    private static void withLength(ByteArrayOutputStream out, byte[] bytes) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(bytes.length >> 16);
        data.writeShort(bytes.length);
        data.write(bytes);
    }

    /** A message may take several records. */
    private static void message(ByteArrayOutputStream out, int type, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(type);
        withLength(message, body);
        byte[] bytes = message.toByteArray();
        DataOutputStream records = new DataOutputStream(out);
        for (int at = 0; at < bytes.length; at += MOST_IN_A_RECORD) {
            int count = Math.min(MOST_IN_A_RECORD, bytes.length - at);
            records.write(HANDSHAKE);
            records.writeShort(TLS_1_2);
            records.writeShort(count);
            records.write(bytes, at, count);
        }
    }
}
