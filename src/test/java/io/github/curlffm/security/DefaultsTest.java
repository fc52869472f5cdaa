package io.github.curlffm.security;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.PROXYUSERPWD;
import static io.github.curlffm.option.Option.SSL_VERIFYHOST;
import static io.github.curlffm.option.Option.SSL_VERIFYPEER;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a handle checks certificates, and what its debug callback is told. */
class DefaultsTest {

    private static HttpsPeer impostor() {
        Needs.feature("SSL");
        return new HttpsPeer(
                new TestCertificates("another.example"), exchange -> HttpPeer.answer(exchange, 200, "impostor"));
    }

    private static void isRefused(Easy easy) {
        Perform.failsWith(CurlCode.PEER_FAILED_VERIFICATION, easy.set(WRITEFUNCTION, data -> {}));
    }

    @Test
    void certificatesAreVerifiedByANewHandle() {
        try (HttpsPeer peer = impostor();
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            isRefused(easy);
        }
    }

    @Test
    void theHostsNameIsVerifiedToo() {
        try (HttpsPeer peer = impostor();
                Easy easy = new Easy().set(URL, peer.url("/")).set(CAINFO_BLOB, peer.authority())) {
            isRefused(easy);
            isRefused(easy.set(SSL_VERIFYPEER, false));
        }
    }

    @Test
    void itTakesBothFlagsToTrustAnybody() throws Exception {
        try (HttpsPeer peer = impostor();
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            isRefused(easy.set(SSL_VERIFYHOST, false));
            assertEquals("impostor", Perform.body(easy.set(SSL_VERIFYPEER, false)));
        }
    }

    @Test
    void resetAndUnsetGoBackToVerifyingAndADuplicateDoesAsItsOriginal() throws Exception {
        try (HttpsPeer peer = impostor();
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            easy.set(SSL_VERIFYPEER, false).set(SSL_VERIFYHOST, false);
            assertEquals("impostor", Perform.body(easy));
            try (Easy copy = easy.duplicate()) {
                assertEquals("impostor", Perform.body(copy));
                isRefused(copy.unset(SSL_VERIFYPEER));
            }
            isRefused(easy.unset(SSL_VERIFYPEER).unset(SSL_VERIFYHOST));
            try (Easy copy = easy.duplicate()) {
                isRefused(copy);
            }
            easy.set(SSL_VERIFYPEER, false).set(SSL_VERIFYHOST, false);
            isRefused(easy.reset().set(URL, peer.url("/")));
        }
    }

    /** A connection that was made without looking is not one for a transfer that looks. */
    @Test
    void aConnectionThatWasNotVerifiedIsNotUsedAgainByATransferThatVerifies() throws Exception {
        try (HttpsPeer peer = impostor();
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            easy.set(SSL_VERIFYPEER, false).set(SSL_VERIFYHOST, false);
            assertEquals("impostor", Perform.body(easy));
            isRefused(easy.set(SSL_VERIFYPEER, true).set(SSL_VERIFYHOST, true));
        }
    }

    private static String debugged(Easy easy) throws CurlException {
        StringBuilder all = new StringBuilder();
        easy.set(VERBOSE, true)
                .set(DEBUGFUNCTION, (type, data) -> all.append(new String(data, StandardCharsets.ISO_8859_1)));
        assertEquals("ok", Perform.body(easy));
        return all.toString();
    }

    @Test
    void theDebugCallbackIsToldCredentialsAndBodies(RequestRecorder peer, Easy easy) throws Exception {
        easy.set(URL, peer.url("/"));
        String seen = debugged(easy.set(USERPWD, "alice:hunter2")
                .set(HTTPHEADER, List.of("Cookie: session=hunter3"))
                .set(POSTFIELDS, "password=hunter4"));
        String basic = Base64.getEncoder().encodeToString("alice:hunter2".getBytes(StandardCharsets.US_ASCII));
        for (String secret : List.of(basic, "hunter3", "hunter4")) {
            assertTrue(seen.contains(secret), seen);
        }
    }

    @Test
    void theDebugCallbackIsToldAProxysCredentials(RequestRecorder proxy, Easy easy) throws Exception {
        easy.set(URL, "http://nowhere.invalid/").set(PROXY, proxy.url(""));
        String seen = debugged(easy.set(PROXYUSERPWD, "alice:hunter2"));
        String basic = Base64.getEncoder().encodeToString("alice:hunter2".getBytes(StandardCharsets.US_ASCII));
        assertTrue(seen.contains("Proxy-Authorization: Basic " + basic), seen);
    }

    @Test
    void withoutVerboseNothingIsTold() throws Exception {
        StringBuilder all = new StringBuilder();
        try (RequestRecorder peer = new RequestRecorder();
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            easy.set(DEBUGFUNCTION, (type, data) -> all.append(type));
            assertEquals("ok", Perform.body(easy));
        }
        assertFalse(all.length() > 0, all::toString);
    }
}
