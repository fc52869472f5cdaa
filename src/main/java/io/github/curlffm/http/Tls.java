package io.github.curlffm.http;

import io.github.curlffm.Easy;
import java.net.URI;
import java.security.KeyStore;
import javax.net.ssl.*;

final class Tls {
    static Tls of(SSLContext c, SSLParameters p, KeyStore k, char[] w) {
        return new Tls();
    }

    SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    SSLParameters parameters() {
        return context().getDefaultSSLParameters();
    }

    HopTls applyTo(Easy e, URI u) {
        return HopTls.NONE;
    }
}
