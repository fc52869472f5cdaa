package io.github.curlffm.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.ClientCertificatePeer;
import io.github.curlffm.testing.Http3Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.SocksPeer;
import io.github.curlffm.testing.SshPeer;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WireServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** The programs of the cookbook for proxies, TLS and other protocols. */
class CookbookPeersTest extends Cooking {
    // --- ways to get there
    // --------------------------------------------------------------------------------------------

    @Test
    void throughProxies(HttpPeer peer) throws Exception {
        try (WireServer proxy = new WireServer(connection -> {
                    requests.addAll(connection.readHead().lines().toList());
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy");
                });
                SocksPeer socks = new SocksPeer(peer.port())) {
            assertEquals("proxy", cook("Through a proxy", "proxy.example.com:3128", "127.0.0.1:" + proxy.port()));
            assertEquals("GET http://www.example.com/ HTTP/1.1", requests.getFirst());
            String login = Base64.getEncoder().encodeToString("zoe:secret".getBytes(US_ASCII));
            assertTrue(requests.contains("Proxy-Authorization: Basic " + login), requests::toString);
            assertEquals(HttpPeer.BODY, cook("Through SOCKS", "proxy.example.com:1080", socks.address()));
            assertEquals(List.of("www.example.com"), socks.names);
        }
    }

    @Test
    void toOtherAddresses(HttpPeer peer) throws Exception {
        try (ChannelPeer docker = ChannelPeer.at(folder.resolve("docker.sock"), "[]")) {
            assertEquals("[]", cook("A unix socket, Docker's for example"));
        }
        assertEquals(HttpPeer.BODY, cook("Another address for a host", ":8080", ":" + peer.port()));
    }

    @Test
    void withAClientCertificate() throws Exception {
        TestCertificates certificates = new TestCertificates("secure.example.com", "127.0.0.1");
        Files.write(folder.resolve("authority.pem"), certificates.authority());
        Files.writeString(
                folder.resolve("client.pem"),
                pem("CERTIFICATE", certificates.server().getEncoded()));
        Files.writeString(
                folder.resolve("client-key.pem"),
                pem("PRIVATE KEY", certificates.serverKey().getEncoded()));
        try (ClientCertificatePeer peer = new ClientCertificatePeer(certificates)) {
            assertEquals(
                    "CN=secure.example.com", cook("A client certificate", "https://secure.example.com/", peer.url()));
        }
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    @Test
    void byHttp3() throws Exception {
        String program = "https://secure.example.com/\")";
        if (!Curl.version().features().contains("HTTP3")) {
            String refused = cook("HTTP/3");
            assertTrue(
                    refused.endsWith("; libcurl " + Curl.version().version() + " was built without HTTP3\n"), refused);
            return;
        }
        TestCertificates certificates = new TestCertificates("localhost", "127.0.0.1");
        Path authority = Files.write(folder.resolve("authority.pem"), certificates.authority());
        try (Http3Peer peer = new Http3Peer(certificates)) {
            String trusting = peer.uri("/a") + "\").set(CAINFO, Path.of(\"" + authority.getFileName() + "\"))";
            assertEquals("this is /a by HTTP_3\n", cook("HTTP/3", program, trusting));
        }
    }

    // --- other protocols
    // ----------------------------------------------------------------------------------------------

    @Test
    void bySftp() throws Exception {
        Needs.protocol("sftp");
        Needs.libssh2();
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("report.pdf"), "report");
        try (SshPeer ssh = new SshPeer(root)) {
            String url = ssh.url("/").replaceFirst("//.*@", "//");
            Files.writeString(folder.resolve("known_hosts"), ssh.knownHost());
            assertEquals("report", cook("SFTP, with the keys of the host", "sftp://files.example.com/", url));
            Files.writeString(folder.resolve("known_hosts"), "");
            CurlException e = assertThrows(
                    CurlException.class,
                    () -> cook("SFTP, with the keys of the host", "sftp://files.example.com/", url));
            assertEquals(CurlCode.PEER_FAILED_VERIFICATION, e.code());
        }
    }

    @Test
    void byMail() throws Exception {
        Needs.protocol("smtp");
        Files.writeString(folder.resolve("report.pdf"), "report");
        try (WireServer mail = new WireServer(connection -> {
            connection.write("220 here\r\n");
            boolean data = false;
            for (String line; (line = connection.readLine()) != null && !line.equals("QUIT"); ) {
                requests.add(line);
                boolean begins = line.equals("DATA");
                boolean ends = data && line.equals(".");
                data = begins || data && !ends;
                if (begins || ends || !data) {
                    connection.write(begins ? "354 go on\r\n" : "250 fine\r\n");
                }
            }
            connection.write("221 bye\r\n");
        })) {
            cook("A mail with an attachment", "smtp://mail.example.com", mail.url("smtp", ""));
        }
        assertAll(List.of(
                        "MAIL FROM:<jack@example.com>",
                        "RCPT TO:<zoe@example.com>",
                        "Subject: Report",
                        "Dear Zo=C3=AB,",
                        Base64.getEncoder().encodeToString("report".getBytes(US_ASCII)))
                .stream()
                .map(line -> () -> assertTrue(
                        requests.stream().anyMatch(one -> one.startsWith(line)), () -> line + " of " + requests)));
    }

    @Test
    void byWebSocket() throws Exception {
        Needs.protocol("ws");
        try (WebSocketPeer peer = new WebSocketPeer(new WebSocketPeer.Script() {
            @Override
            public void answer(Session session, WebSocketPeer.Received frame) {
                if (frame.type().equals("TEXT")) {
                    session.sendText("echo of " + frame.text(), Callback.NOOP);
                }
            }
        })) {
            assertEquals("echo of hello\n", cook("A WebSocket", "wss://www.example.com/echo", peer.url()));
        }
    }
}
