package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.CONNECT_TO;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A world of two servers for all names: one says "clear", the other "secure" and how long that is to be so. */
final class HstsWorld implements AutoCloseable {

    static final String NAME = "name.example";
    static final String BELOW = "below.name.example";

    private final HttpPeer clear;
    private final HttpsPeer secure;

    /** What the secure server sends as its Strict-Transport-Security header; null for none. */
    volatile String policy;

    HstsWorld() {
        Needs.feature("HSTS");
        clear = HttpPeer.answering("clear");
        secure = new HttpsPeer(new TestCertificates(NAME, BELOW, "other.example"), exchange -> {
            if (policy != null) {
                exchange.getResponseHeaders().set("Strict-Transport-Security", policy);
            }
            HttpPeer.answer(exchange, 200, "secure");
        });
    }

    /** A handle that asks for http://name.example/, with HSTS on. */
    Easy setUp(Easy easy) {
        return easy.set(URL, "http://" + NAME + "/")
                .set(CAINFO_BLOB, secure.authority())
                .set(CONNECT_TO, List.of(":80:127.0.0.1:" + clear.port(), ":443:127.0.0.1:" + secure.port()))
                .set(HSTS_CTRL, Set.of(HstsCtrl.ENABLE))
                .set(WRITEFUNCTION, body -> {});
    }

    /** A callback that gives these entries, once. */
    static HstsReadCallback giving(HstsEntry... entries) {
        Iterator<HstsEntry> left = List.of(entries).iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    @Override
    public void close() {
        clear.close();
        secure.close();
    }
}
