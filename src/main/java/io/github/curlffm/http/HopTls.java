package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.DebugCallback.InfoType;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.PrereqCallback.Connection;
import io.github.curlffm.option.CertInfo;
import io.github.curlffm.option.Option;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;

/** The TLS of one hop: asks the context when the connection stands, and remembers what is known of it. */
final class HopTls {

    /** Of a connection without TLS. */
    static final HopTls NONE = new HopTls();

    private static final boolean CAN_WATCH = Curl.version().isAtLeast(7, 80, 0);
    private static final int HTTPS_PORT = 443;
    private static final Pattern SAID = Pattern.compile("SSL connection using (\\S+) / (\\S+)");

    private final Tls tls;
    private final Easy easy;
    private final String host;
    private final int port;
    private PeerSession session;
    private SSLException refusal;
    private boolean isUnknown;

    /** Whether libcurl's text comes here, and not to a DEBUGFUNCTION of the user's. */
    private boolean isListening;

    private String protocol = "TLS";
    private String cipher = "UNKNOWN";

    private HopTls() {
        tls = null;
        easy = null;
        host = null;
        port = 0;
    }

    HopTls(Tls tls, Easy easy, URI uri) {
        this.tls = tls;
        this.easy = easy;
        String name = uri.getHost();
        this.host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        this.port = uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
        if (CAN_WATCH) {
            watch();
            easy.set(Option.VERBOSE, true).set(Option.DEBUGFUNCTION, this::said);
        }
    }

    private void watch() {
        easy.set(Option.CERTINFO, true).set(Option.PREREQFUNCTION, this::isConnected);
    }

    /** Whatever the user has set: libcurl verifies nothing, and so the context must be asked. */
    void insist() {
        if (tls != null && tls.asksContext()) {
            easy.set(Option.SSL_VERIFYPEER, false).set(Option.SSL_VERIFYHOST, false);
            easy.set(Option.SSL_SESSIONID_CACHE, false); // a session that goes on has no certificates
            watch();
        }
    }

    /** {@return what is known of the connection; null without TLS} */
    SSLSession session() {
        return session;
    }

    /** {@return why no request was sent over the connection; null if it was not refused} */
    Throwable refusal() {
        return refusal;
    }

    /** {@return whether it was refused because nobody knows it: over a new one the certificates will be seen} */
    boolean isUnknown() {
        return isUnknown;
    }

    /** Up to where the connection stands: only libcurl's text says what was agreed. */
    private void said(InfoType type, byte[] data) {
        isListening = true;
        if (type == InfoType.TEXT) {
            Matcher said = SAID.matcher(new String(data, StandardCharsets.ISO_8859_1));
            if (said.find()) {
                protocol = said.group(1);
                cipher = CipherNames.standard(said.group(2));
            }
        }
    }

    private PrereqCallback.Result isConnected(Connection connection) throws CertificateException {
        if (isListening) {
            easy.set(Option.VERBOSE, false);
        }
        Object key = TlsConnections.key(easy, connection);
        List<X509Certificate> chain = chain(easy.get(Option.CERTINFO));
        if (chain.isEmpty()) {
            session = tls.connections().get(key);
            if (session == null
                    && !tls.asksContext()) { // a session of TLS that goes on has been verified when it began
                session = tls.connections().get(host + ":" + port);
            }
            isUnknown = session == null && tls.asksContext();
            if (isUnknown) {
                refusal = new SSLHandshakeException("the certificates of " + host + " are not known");
                return PrereqCallback.Result.ABORT;
            }
            return PrereqCallback.Result.OK;
        }
        PeerSession seen = new PeerSession(host, port, protocol, cipher, chain, System.currentTimeMillis());
        if (tls.asksContext()) {
            try {
                tls.check(host, port, chain);
            } catch (SSLException e) {
                refusal = e;
                return PrereqCallback.Result.ABORT;
            }
        }
        session = seen;
        tls.connections().put(key, seen);
        tls.connections().put(host + ":" + port, seen);
        return PrereqCallback.Result.OK;
    }

    private static List<X509Certificate> chain(List<CertInfo> infos) throws CertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (CertInfo info : infos) {
            String pem = info.fields().get("Cert");
            if (pem != null) {
                byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
        }
        return List.copyOf(chain);
    }
}
