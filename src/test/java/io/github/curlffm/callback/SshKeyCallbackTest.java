package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.SSH_KEYFUNCTION;
import static io.github.curlffm.option.Option.SSH_KNOWNHOSTS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.SshKeyCallback.Match;
import io.github.curlffm.callback.SshKeyCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.SshPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** SSH_KEYFUNCTION: what to do about a host, after its key has been looked up in known_hosts. */
class SshKeyCallbackTest extends SftpTransfers implements RepeatedCallbackContract<SshKeyCallback> {

    private static final KeyPair OTHER_KEY = SshPeer.newKey("ecdsa-sha2-nistp256", 256);

    private record Call(KnownHostKey known, KnownHostKey found, Match match) {}

    @TempDir
    Path home;

    private Path knownHosts;
    private final List<Call> calls = new ArrayList<>();

    @BeforeEach
    void makeKnownHosts() throws IOException {
        knownHosts = Files.createFile(home.resolve("known_hosts"));
    }

    @Override
    public Option<SshKeyCallback> option() {
        return SSH_KEYFUNCTION;
    }

    @Override
    public SshKeyCallback harmless(Action action) {
        return (known, found, match) -> {
            action.run();
            return Result.FINE;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.PEER_FAILED_VERIFICATION;
    }

    @Override
    public void prepare(Easy easy) {
        download(easy).set(SSH_KNOWNHOSTS, knownHosts.toString());
    }

    @Override
    public void performWithout(Easy easy) {
        Perform.failsWith(CurlCode.PEER_FAILED_VERIFICATION, easy); // since nobody knows the host
    }

    private Easy asking(Easy easy, SshKeyCallback callback) {
        prepare(easy);
        return easy.set(SSH_KEYFUNCTION, callback);
    }

    private SshKeyCallback answering(Result result) {
        return (known, found, match) -> {
            calls.add(new Call(known, found, match));
            return result;
        };
    }

    private KnownHostKey key(KnownHostKey.Type type) {
        return new KnownHostKey(type, peer.publicKey());
    }

    @Test
    void missing() throws IOException {
        try (Easy easy = asking(new Easy(), answering(Result.FINE))) {
            assertEquals("alpha", bodyOf(easy));
        }
        Call call = calls.getFirst();
        assertEquals(Match.MISSING, call.match());
        assertNull(call.known());
        assertEquals(KnownHostKey.Type.ECDSA, call.found().type());
        assertArrayEquals(peer.publicKey(), call.found().key());
        assertEquals(1, calls.size());
        assertEquals("", Files.readString(knownHosts), "FINE leaves the file alone");
    }

    @Test
    void ok() throws IOException {
        Files.writeString(knownHosts, peer.knownHost());
        try (Easy easy = asking(new Easy(), answering(Result.FINE))) {
            assertEquals("alpha", bodyOf(easy));
        }
        KnownHostKey own = key(KnownHostKey.Type.ECDSA);
        assertEquals(List.of(new Call(own, own, Match.OK)), calls);
    }

    @Test
    void mismatch() throws IOException {
        Files.writeString(knownHosts, peer.knownHost(OTHER_KEY));
        try (Easy easy = asking(new Easy(), answering(Result.FINE))) {
            assertEquals("alpha", bodyOf(easy));
        }
        Call call = calls.getFirst();
        assertEquals(Match.MISMATCH, call.match());
        assertArrayEquals(SshPeer.publicKey(OTHER_KEY), call.known().key());
        assertArrayEquals(peer.publicKey(), call.found().key());
        assertEquals(1, calls.size());
        assertEquals(peer.knownHost(OTHER_KEY), Files.readString(knownHosts), "FINE leaves the file alone");
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256, ED25519", "ecdsa-sha2-nistp384, 384, ECDSA", "ssh-rsa, 2048, RSA"})
    void knowsTheTypeOfTheKey(String type, int bits, KnownHostKey.Type expected) throws IOException {
        try (SshPeer other = new SshPeer(folder, SshPeer.newKey(type, bits))) {
            Files.writeString(knownHosts, other.knownHost());
            try (Easy easy = asking(new Easy(), answering(Result.FINE))) {
                assertEquals("alpha", bodyOf(aim(easy, other)));
            }
            KnownHostKey key = new KnownHostKey(expected, other.publicKey());
            assertEquals(List.of(new Call(key, key, Match.OK)), calls);
        }
    }

    @Test
    void fineAddToFileMakesTheHostKnown() throws IOException {
        try (Easy easy = asking(new Easy(), answering(Result.FINE_ADD_TO_FILE))) {
            assertEquals("alpha", bodyOf(easy));
        }
        assertKnownBy(key(KnownHostKey.Type.ECDSA));
    }

    @Test
    void fineReplacePutsTheKeyInThePlaceOfTheOther() throws IOException {
        Needs.libssh2();
        Files.writeString(knownHosts, peer.knownHost(OTHER_KEY));
        try (Easy easy = asking(new Easy(), answering(Result.FINE_REPLACE))) {
            assertEquals("alpha", bodyOf(easy));
        }
        String file = Files.readString(knownHosts);
        assertEquals(1, file.lines().count(), file);
        assertKnownBy(key(KnownHostKey.Type.ECDSA));
    }

    /** The file has the key, and a next transfer finds it there. */
    private void assertKnownBy(KnownHostKey key) throws IOException {
        String file = Files.readString(knownHosts);
        assertEquals(1, file.split(Pattern.quote(key.base64()), -1).length - 1, file);
        calls.clear();
        try (Easy next = asking(new Easy(), answering(Result.FINE))) {
            bodyOf(next);
        }
        assertEquals(List.of(new Call(key, key, Match.OK)), calls);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECT", "DEFER"})
    @NullSource
    void refusalIsPeerFailedVerification(Result result) throws IOException {
        Files.writeString(knownHosts, peer.knownHost());
        try (Easy easy = asking(new Easy(), answering(result))) {
            assertRefused(easy);
        }
        assertEquals(1, calls.size());
    }

    private void assertRefused(Easy easy) {
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.PEER_FAILED_VERIFICATION, e.code());
        assertEquals("", body.toString());
    }

    @Test
    void unsetAcceptsTheKnownKeyOnly() throws IOException {
        try (Easy easy = asking(new Easy(), answering(Result.FINE)).unset(SSH_KEYFUNCTION)) {
            assertRefused(easy);
            Files.writeString(knownHosts, peer.knownHost(OTHER_KEY));
            assertRefused(easy);
            Files.writeString(knownHosts, peer.knownHost());
            assertEquals("alpha", bodyOf(easy));
        }
        assertEquals(List.of(), calls);
    }

    @Test
    void canBeReplacedFromInsideItself() throws IOException {
        Files.writeString(knownHosts, peer.knownHost());
        try (Easy easy = new Easy()) {
            asking(easy, (known, found, match) -> {
                easy.set(SSH_KEYFUNCTION, answering(Result.REJECT));
                return Result.FINE;
            });
            assertEquals("alpha", bodyOf(easy));
            body.reset();
            assertRefused(easy);
        }
        assertEquals(1, calls.size());
    }
}
