package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.SSL_CTX_FUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.OpenSsl;
import io.github.curlffm.testing.Perform;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SslCtxCallbackTest implements RepeatedCallbackContract<SslCtxCallback> {

    private static HttpsPeer peer;

    @BeforeAll
    static void start() {
        Needs.openSsl3();
        peer = HttpsPeer.answeringTlsVersion();
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    @Override
    public Option<SslCtxCallback> option() {
        return SSL_CTX_FUNCTION;
    }

    @Override
    public SslCtxCallback harmless(Action action) {
        return sslCtx -> {
            action.run();
            return CurlCode.OK;
        };
    }

    @Override
    public void prepare(Easy easy) {
        toPeer(easy);
    }

    private static Easy toPeer(Easy easy) {
        return easy.set(URL, peer.url("/"))
                .set(CAINFO_BLOB, peer.authority())
                .set(FRESH_CONNECT, true)
                .set(WRITEFUNCTION, body -> {});
    }

    private static Easy answering(CurlCode code) {
        return toPeer(new Easy()).set(SSL_CTX_FUNCTION, sslCtx -> code);
    }

    @Test
    void whatItDoesToTheContextCounts() throws Exception {
        List<MemorySegment> contexts = new ArrayList<>();
        try (Easy easy = toPeer(new Easy())) {
            assertEquals("TLSv1.3", Perform.body(easy));
            easy.set(SSL_CTX_FUNCTION, sslCtx -> {
                contexts.add(sslCtx);
                assertEquals(1, OpenSsl.setMaxVersion(sslCtx, OpenSsl.TLS1_2));
                return CurlCode.OK;
            });
            assertEquals("TLSv1.2", Perform.body(easy));
        }
        assertEquals(1, contexts.size());
        assertNotEquals(0, contexts.getFirst().address());
        assertEquals(0, contexts.getFirst().byteSize());
    }

    @Test
    void isCalledForEachConnection(Easy easy) throws Exception {
        List<MemorySegment> contexts = new ArrayList<>();
        toPeer(easy).set(FRESH_CONNECT, false);
        easy.set(SSL_CTX_FUNCTION, sslCtx -> {
            contexts.add(sslCtx);
            return null;
        });
        easy.perform();
        easy.perform();
        assertEquals(1, contexts.size());
        easy.set(FRESH_CONNECT, true).perform();
        assertEquals(2, contexts.size());
    }

    @Test
    void nullAndOkGoOn() throws Exception {
        for (CurlCode code : new CurlCode[] {null, CurlCode.OK}) {
            try (Easy easy = answering(code)) {
                assertEquals("TLSv1.3", Perform.body(easy));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL_CERTPROBLEM", "ABORTED_BY_CALLBACK", "SSL_CIPHER"})
    void anyOtherCodeEndsTheTransferWithIt(CurlCode code) {
        try (Easy easy = answering(code)) {
            Perform.failsWith(code, easy);
        }
    }

    @Test
    void unknownIsTurnedDown() {
        try (Easy easy = answering(CurlCode.UNKNOWN)) {
            Perform.turnsDown(IllegalArgumentException.class, "returned UNKNOWN, which is no code", easy);
        }
    }
}
