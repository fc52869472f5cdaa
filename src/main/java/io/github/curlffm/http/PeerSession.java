package io.github.curlffm.http;

import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/** What is known of a connection's TLS; nothing about it can be changed. */
record PeerSession(String host, int port, String protocol, String cipher, List<X509Certificate> chain, long time)
        implements SSLSession {

    private static final int PACKET = 16_709;
    private static final int DATA = 16_384;

    private static UnsupportedOperationException cannotBeChanged() {
        return new UnsupportedOperationException("the SSLSession of a response cannot be changed");
    }

    @Override
    public byte[] getId() {
        return new byte[0];
    }

    @Override
    public SSLSessionContext getSessionContext() {
        return null;
    }

    @Override
    public long getCreationTime() {
        return time;
    }

    @Override
    public long getLastAccessedTime() {
        return time;
    }

    @Override
    public void invalidate() {
        throw cannotBeChanged();
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public void putValue(String name, Object value) {
        throw cannotBeChanged();
    }

    @Override
    public Object getValue(String name) {
        return null;
    }

    @Override
    public void removeValue(String name) {
        throw cannotBeChanged();
    }

    @Override
    public String[] getValueNames() {
        return new String[0];
    }

    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        if (chain.isEmpty()) {
            throw new SSLPeerUnverifiedException("the certificates of the peer are not known");
        }
        return chain.toArray(new Certificate[0]);
    }

    @Override
    public Certificate[] getLocalCertificates() {
        return null;
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        return ((X509Certificate) getPeerCertificates()[0]).getSubjectX500Principal();
    }

    @Override
    public Principal getLocalPrincipal() {
        return null;
    }

    @Override
    public String getCipherSuite() {
        return cipher;
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public String getPeerHost() {
        return host;
    }

    @Override
    public int getPeerPort() {
        return port;
    }

    @Override
    public int getPacketBufferSize() {
        return PACKET;
    }

    @Override
    public int getApplicationBufferSize() {
        return DATA;
    }
}
