package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.SSH_HOSTKEYFUNCTION;
import static io.github.curlffm.option.Option.SSH_KEYFUNCTION;
import static io.github.curlffm.option.Option.SSH_KNOWNHOSTS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.SshHostKeyCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.SshPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** SSH_HOSTKEYFUNCTION: what to do about a host, by its key alone. */
class SshHostKeyCallbackTest extends SftpTransfers implements RepeatedCallbackContract<SshHostKeyCallback> {

    private final List<KnownHostKey> keys = new ArrayList<>();

    @BeforeEach
    void needLibssh2() {
        Needs.libssh2();
    }

    @Override
    public Option<SshHostKeyCallback> option() {
        return SSH_HOSTKEYFUNCTION;
    }

    @Override
    public SshHostKeyCallback harmless(Action action) {
        return key -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.PEER_FAILED_VERIFICATION;
    }

    @Override
    public void prepare(Easy easy) {
        download(easy);
    }

    private Easy asking(Easy easy, SshHostKeyCallback callback) {
        return download(easy).set(SSH_HOSTKEYFUNCTION, callback);
    }

    private SshHostKeyCallback answering(Result result) {
        return key -> {
            keys.add(key);
            return result;
        };
    }

    private void assertRefused(Easy easy) {
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.PEER_FAILED_VERIFICATION, e.code());
        assertEquals("", body.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519, 256, ED25519",
        "ecdsa-sha2-nistp256, 256, ECDSA",
        "ecdsa-sha2-nistp521, 521, ECDSA",
        "ssh-rsa, 2048, RSA"
    })
    void isToldTheKeyAndItsTypeAndOkAccepts(String type, int bits, KnownHostKey.Type expected) throws IOException {
        try (SshPeer other = new SshPeer(folder, SshPeer.newKey(type, bits));
                Easy easy = asking(new Easy(), answering(Result.OK))) {
            assertEquals("alpha", bodyOf(aim(easy, other)));
            KnownHostKey key = keys.getFirst();
            assertEquals(expected, key.type());
            assertArrayEquals(other.publicKey(), key.key());
            assertEquals(1, keys.size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MISMATCH")
    @NullSource
    void mismatchAndNullRefuse(Result result) {
        try (Easy easy = asking(new Easy(), answering(result))) {
            assertRefused(easy);
        }
        assertEquals(1, keys.size());
    }

    @Test
    void decidesInThePlaceOfKnownHosts(@TempDir Path home, Easy easy) throws IOException {
        Path empty = Files.createFile(home.resolve("known_hosts"));
        asking(easy, answering(Result.OK));
        easy.set(SSH_KNOWNHOSTS, empty.toString()).set(SSH_KEYFUNCTION, (known, found, match) -> {
            throw new AssertionError("SSH_KEYFUNCTION is asked too");
        });
        assertEquals("alpha", bodyOf(easy));
    }

    @Test
    void unsetLeavesTheDecisionToKnownHosts(@TempDir Path home) throws IOException {
        Path knownHosts = Files.createFile(home.resolve("known_hosts"));
        try (Easy easy = asking(new Easy(), answering(Result.OK))) {
            easy.set(SSH_KNOWNHOSTS, knownHosts.toString())
                    .set(SSH_KEYFUNCTION, (known, found, match) -> SshKeyCallback.Result.REJECT)
                    .unset(SSH_KEYFUNCTION)
                    .unset(SSH_HOSTKEYFUNCTION);
            assertRefused(easy);
            Files.writeString(knownHosts, peer.knownHost());
            assertEquals("alpha", bodyOf(easy));
        }
        assertEquals(List.of(), keys);
    }

    @Test
    void canBeReplacedFromInsideItself() throws IOException {
        try (Easy easy = new Easy()) {
            asking(easy, key -> {
                easy.set(SSH_HOSTKEYFUNCTION, answering(Result.MISMATCH));
                return Result.OK;
            });
            assertEquals("alpha", bodyOf(easy));
            body.reset();
            assertRefused(easy);
        }
        assertEquals(1, keys.size());
    }
}
