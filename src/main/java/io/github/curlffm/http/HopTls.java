package io.github.curlffm.http;

import javax.net.ssl.*;

class HopTls {
    static final HopTls NONE = new HopTls();

    SSLSession session() {
        return null;
    }

    Throwable refusal() {
        return null;
    }
}
