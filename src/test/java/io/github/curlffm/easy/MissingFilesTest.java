package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.ALTSVC;
import static io.github.curlffm.option.Option.CAINFO;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIEJAR;
import static io.github.curlffm.option.Option.CRLFILE;
import static io.github.curlffm.option.Option.HSTS;
import static io.github.curlffm.option.Option.ISSUERCERT;
import static io.github.curlffm.option.Option.NETRC;
import static io.github.curlffm.option.Option.NETRC_FILE;
import static io.github.curlffm.option.Option.SSH_KNOWNHOSTS;
import static io.github.curlffm.option.Option.SSH_PRIVATE_KEYFILE;
import static io.github.curlffm.option.Option.SSH_PUBLIC_KEYFILE;
import static io.github.curlffm.option.Option.SSLCERT;
import static io.github.curlffm.option.Option.UNIX_SOCKET_PATH;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Netrc;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.SshPeer;
import io.github.curlffm.testing.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an option that names a file which is not there: as its javadoc says. */
class MissingFilesTest {

    @TempDir
    private Path folder;

    @Test
    void someNeedNotBeThere(HttpPeer peer) throws Exception {
        for (Option<String> option : List.of(COOKIEFILE, COOKIEJAR, ALTSVC, HSTS)) {
            Needs.key(option);
            try (Easy easy = new Easy()) {
                easy.set(URL, peer.url("/")).set(option, folder.resolve(option.name()));
                assertEquals(HttpPeer.BODY, easy.performString());
            }
        }
    }

    @Test
    void othersFailTheTransfer() throws Exception {
        TestCertificates certificates = new TestCertificates("127.0.0.1");
        Path authority = Files.write(folder.resolve("authority"), certificates.authority());
        Path missing = folder.resolve("missing");
        Map<Option<String>, CurlCode> codes = new LinkedHashMap<>();
        codes.put(CAINFO, CurlCode.SSL_CACERT_BADFILE);
        codes.put(CRLFILE, CurlCode.SSL_CRL_BADFILE);
        codes.put(ISSUERCERT, CurlCode.SSL_ISSUER_ERROR);
        codes.put(SSLCERT, CurlCode.SSL_CERTPROBLEM);
        try (HttpsPeer peer = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, ""))) {
            codes.forEach((option, code) -> {
                try (Easy easy = new Easy()) {
                    easy.set(URL, peer.url("/"))
                            .set(WRITEFUNCTION, data -> {})
                            .set(CAINFO, authority)
                            .set(option, missing);
                    CurlException e = assertThrows(CurlException.class, easy::perform, option::toString);
                    assertEquals(code, e.code(), e::getMessage);
                }
            });
        }
    }

    @Test
    void aNetrcThatIsNotThere(RequestRecorder recorder) throws Exception {
        try (Easy easy = new Easy()) {
            easy.set(URL, recorder.url("/")).set(NETRC, Netrc.REQUIRED).set(NETRC_FILE, folder.resolve("missing"));
            if (Loaded.isAtLeast("8.14.0")) {
                CurlException e = assertThrows(CurlException.class, easy::perform);
                assertEquals(CurlCode.READ_ERROR, e.code());
            } else {
                Needs.olderLibcurl("8.0.0");
                assertEquals("ok", easy.performString());
                assertNull(recorder.take().header("Authorization"));
            }
        }
    }

    @Test
    void filesOfSsh() {
        Needs.protocol("sftp");
        Needs.libssh2();
        try (SshPeer ssh = new SshPeer(folder)) {
            String url = ssh.url("/");
            assertEquals(CurlCode.PEER_FAILED_VERIFICATION, failing(url, SSH_KNOWNHOSTS));
            String withoutPassword = url.replaceFirst(":secret@", "@");
            assertEquals(CurlCode.LOGIN_DENIED, failing(withoutPassword, SSH_PRIVATE_KEYFILE));
            assertEquals(CurlCode.LOGIN_DENIED, failing(withoutPassword, SSH_PUBLIC_KEYFILE));
        }
    }

    private CurlCode failing(String url, Option<String> option) {
        try (Easy easy = new Easy()) {
            easy.set(URL, url).set(WRITEFUNCTION, data -> {}).set(option, folder.resolve("missing"));
            return assertThrows(CurlException.class, easy::perform).code();
        }
    }

    @Test
    void aSocketIsLookedForWhenItConnects() {
        try (Easy easy = new Easy()) {
            easy.set(URL, "http://127.0.0.1/").set(UNIX_SOCKET_PATH, folder.resolve("missing"));
            assertEquals(
                    CurlCode.COULDNT_CONNECT,
                    assertThrows(CurlException.class, easy::perform).code());
        }
    }
}
