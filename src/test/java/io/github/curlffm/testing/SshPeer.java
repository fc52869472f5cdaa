package io.github.curlffm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA SSHD with SFTP over a folder, on a free port of the loopback address, with a host key of its own. */
public final class SshPeer implements FilePeer {
    private static final String NAME = "user";
    private static final String PASSWORD = "secret";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;

    /** Starts a server with a new ECDSA key. */
    public SshPeer(Path root) {
        this(root, newKey(KeyPairProvider.ECDSA_SHA2_NISTP256, 256));
    }

    /** Starts a server with a key. */
    public SshPeer(Path root, KeyPair hostKey) {
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((name, password, session) -> NAME.equals(name) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a new host key of a type as SSH names it, as in {@code "ssh-ed25519"}} */
    public static KeyPair newKey(String type, int bits) {
        try {
            return KeyUtils.generateKeyPair(type, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the public host key in SSH's wire format} */
    public byte[] publicKey() {
        return publicKey(hostKey);
    }

    /** {@return a public key in SSH's wire format} */
    public static byte[] publicKey(KeyPair key) {
        String typeAndKey = PublicKeyEntry.toString(key.getPublic());
        return Base64.getDecoder().decode(typeAndKey.substring(typeAndKey.indexOf(' ') + 1));
    }

    /** {@return the line that makes the server known by its own key} */
    public String knownHost() {
        return knownHost(hostKey);
    }

    /** {@return the line of a {@code known_hosts} file that makes the server known by a key} */
    public String knownHost(KeyPair key) {
        return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n";
    }

    @Override
    public String url(String path) {
        return "sftp://" + NAME + ":" + PASSWORD + "@127.0.0.1:" + server.getPort() + path;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
