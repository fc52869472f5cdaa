package io.github.curlffm.misuse;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.RtspRequest;
import io.github.curlffm.testing.FtpPeer;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.RtspScript;
import io.github.curlffm.testing.SshPeer;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Transfers of many kinds, which call all the callbacks that they can, and what is right at their end. */
final class Busy implements AutoCloseable {

    /** What is sent by those that send. */
    static final String SENT = "what is sent";

    /** Aims a handle that has nothing but its callbacks, and none for READ. */
    @FunctionalInterface
    interface Aim {
        void at(World world) throws Exception;
    }

    /** One kind of transfer: the body that it brings, and what the peer has got of it when it was right. */
    record Transfer(Aim aim, String body, String received) {}

    private final Path folder = Files.createTempDirectory("busy");
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final HttpPeer http = new HttpPeer(exchange -> {
        String path = exchange.getRequestURI().getPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean asked = path.equals("/digest") && exchange.getRequestHeaders().get("Authorization") == null;
        exchange.getResponseHeaders().set("Location", "/");
        exchange.getResponseHeaders().set("Set-Cookie", "name=value");
        exchange.getResponseHeaders().set("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
        if (!asked && !path.equals("/moved")) {
            received.add(sent);
        }
        HttpPeer.answer(exchange, asked ? 401 : path.equals("/moved") ? 307 : 200, "body");
    });
    private final HttpsPeer https = HttpsPeer.answering("body");
    private final WireServer proxy = new WireServer(this::tunnel);
    private final WireServer mail = new WireServer(this::takeMail);
    private final WireServer rtsp = new WireServer(new RtspScript(List.of(RtspScript.packet(0, new byte[100]))));
    private final FtpPeer ftp;
    private final SshPeer ssh;
    private final Http2Peer http2;

    Busy() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "alpha");
        Files.writeString(folder.resolve("b.txt"), "beta");
        ftp = new FtpPeer(folder);
        ssh = new SshPeer(folder);
        http2 = new Http2Peer();
    }

    private void tunnel(WireServer.Connection client) throws Exception {
        client.readHead();
        try (Socket server = new Socket("127.0.0.1", https.port())) {
            client.write("HTTP/1.1 200 Connected\r\nX-Proxy: this\r\n\r\n");
            Thread back = Thread.ofPlatform().daemon().start(() -> copy(server, client.socket()));
            client.in().transferTo(server.getOutputStream());
            server.shutdownOutput();
            back.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException peerWentAway) {
            // at the end of each transfer
        }
    }

    private void takeMail(WireServer.Connection client) throws IOException {
        client.write("220 mail\r\n");
        for (String line; (line = client.readLine()) != null; ) {
            if (line.equals("DATA")) {
                client.write("354 go on\r\n");
                StringBuilder text = new StringBuilder();
                while (!(line = client.readLine()).equals(".")) {
                    text.append(line).append('\n');
                }
                received.add(text.toString());
            }
            client.write(line.equals("QUIT") ? "221 bye\r\n" : "250 fine\r\n");
        }
    }

    /** {@return what peers have got of transfers since they were asked last} */
    String received() {
        StringBuilder all = new StringBuilder();
        for (String one; (one = received.poll()) != null; ) {
            all.append(one);
        }
        for (String one; (one = http2.received()) != null; ) {
            all.append(one);
        }
        return all.toString();
    }

    /** {@return all that the loaded libcurl can do} The wildcard comes before there is more in the folder. */
    Map<String, Transfer> all() {
        Map<String, Transfer> all = new LinkedHashMap<>();
        ofHttp(all);
        ofHttps(all);
        all.put(
                "FTP wildcard",
                new Transfer(
                        world -> ftp(world).set(Option.URL, ftp.url("/*.txt")).set(Option.WILDCARDMATCH, true),
                        "alphabeta",
                        ""));
        all.put("FTP download", new Transfer(world -> ftp(world).set(Option.URL, ftp.url("/a.txt")), "alpha", ""));
        all.put(
                "FTP upload",
                new Transfer(
                        world -> sending(ftp(world)
                                .set(Option.URL, ftp.url("/uploaded"))
                                .set(Option.POSTQUOTE, List.of("NOOP", "NOOP"))),
                        "",
                        ""));
        if (Curl.version().protocols().contains("smtp")) {
            ofMail(all);
        }
        if (Curl.version().protocols().contains("rtsp")) {
            all.put("RTSP", new Transfer(this::play, "", ""));
        }
        if (Curl.version().protocols().contains("sftp") && (!losesMemoryWithSsh() || Cells.OWN_MEMORY)) {
            ofSsh(all);
        }
        if (Curl.version().features().contains("HTTP2")) {
            ofHttp2(all);
        }
        return all;
    }

    /** libcurl 8.14.1 loses 12 blocks with each connection, whatever is done with it. */
    private static boolean losesMemoryWithSsh() {
        return Loaded.isAtLeast("8.14.0") && !Loaded.isAtLeast("8.15.0");
    }

    private void ofSsh(Map<String, Transfer> all) {
        all.put(
                "SFTP download",
                new Transfer(
                        world -> ssh(world)
                                .set(Option.URL, ssh.url("/a.txt"))
                                .unset(Option.SSH_HOSTKEYFUNCTION), // else SSH_KEYFUNCTION is not called
                        "alpha",
                        ""));
        all.put(
                "SFTP upload",
                new Transfer(
                        world -> sending(ssh(world)
                                .set(Option.URL, ssh.url("/uploaded"))
                                .set(Option.POSTQUOTE, List.of("pwd", "pwd"))),
                        "",
                        ""));
    }

    private Easy ssh(World world) {
        return world.easy
                .set(Option.SSH_KNOWNHOSTS, folder.resolve("known_hosts"))
                .set(Option.QUOTE, List.of("pwd", "pwd"));
    }

    private void ofHttp2(Map<String, Transfer> all) {
        all.put(
                "HTTP/2",
                new Transfer(world -> overHttp2(world).set(Option.URL, http2.url("/page")), "this is /page", ""));
        all.put(
                "HTTP/2 upload",
                new Transfer(
                        world -> sending(overHttp2(world).set(Option.URL, http2.url("/page"))), "this is /page", SENT));
    }

    private static Easy overHttp2(World world) {
        return world.easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE);
    }

    private void ofHttp(Map<String, Transfer> all) {
        all.put("HTTP redirect", new Transfer(world -> cached(world, "/moved"), "body", ""));
        all.put(
                "HTTP POST redirect",
                new Transfer(world -> cached(world, "/moved").set(Option.POSTFIELDS, SENT), "body", SENT));
        all.put(
                "HTTP digest",
                new Transfer(
                        world -> cached(world, "/digest")
                                .set(Option.COPYPOSTFIELDS, SENT)
                                .set(Option.USERPWD, "user:password")
                                .set(Option.HTTPAUTH, Set.of(Auth.DIGEST)),
                        "body",
                        SENT));
        all.put("HTTP PUT redirect", new Transfer(world -> sending(cached(world, "/moved")), "body", SENT));
        all.put(
                "HTTP chunks and trailers",
                new Transfer(
                        world -> sending(cached(world, "/"))
                                .set(Option.INFILESIZE_LARGE, -1)
                                .set(Option.HTTPHEADER, List.of("Expect:", "Transfer-Encoding: chunked")),
                        "body",
                        SENT));
        all.put(
                "HTTP form",
                new Transfer(
                        world -> {
                            world.part.name("field").data(new Sent(), -1);
                            cached(world, "/").set(Option.MIMEPOST, world.mime);
                        },
                        "body",
                        null));
    }

    private void ofHttps(Map<String, Transfer> all) {
        if (!Curl.version().protocols().contains("https")) {
            return;
        }
        all.put(
                "HTTPS",
                new Transfer(
                        world -> world.easy.set(Option.URL, https.url("/")).set(Option.CAINFO_BLOB, https.authority()),
                        "body",
                        ""));
        all.put(
                "HTTPS by proxy",
                new Transfer(
                        world -> world.easy
                                .set(Option.URL, https.url("/"))
                                .set(Option.PROXY, proxy.url("http", ""))
                                .set(Option.HTTPHEADER, List.of("X-One: 1"))
                                .set(Option.CAINFO_BLOB, https.authority()),
                        "body",
                        ""));
    }

    private void ofMail(Map<String, Transfer> all) {
        all.put("mail", new Transfer(world -> mail(world).set(Option.UPLOAD, true), "", SENT + "\n"));
        all.put(
                "mail from a form",
                new Transfer(
                        world -> {
                            world.part.data(new Sent(), -1);
                            mail(world)
                                    .set(Option.HTTPHEADER, List.of("X-One: 1", "X-Two: 2"))
                                    .set(Option.MIMEPOST, world.mime);
                        },
                        "",
                        null));
    }

    /** A name that is looked up, a cookie and an HSTS cache, a share. */
    private Easy cached(World world, String path) {
        Easy easy = world.easy
                .set(Option.URL, "http://localhost:" + http.port() + path)
                .set(Option.COOKIEFILE, "")
                .set(Option.SHARE, world.share)
                .set(Option.FOLLOWLOCATION, true);
        if (Curl.version().features().contains("HSTS")) {
            easy.set(Option.HSTS_CTRL, Set.of(HstsCtrl.ENABLE));
        }
        return easy;
    }

    private static Easy ftp(World world) {
        return world.easy.set(Option.QUOTE, List.of("NOOP", "NOOP")).set(Option.PREQUOTE, List.of("NOOP"));
    }

    private Easy mail(World world) {
        return world.easy
                .set(Option.URL, mail.url("smtp", "/me"))
                .set(Option.MAIL_FROM, "<a@example.com>")
                .set(Option.MAIL_RCPT, List.of("b@example.com", "c@example.com"));
    }

    private void play(World world) throws IOException {
        String uri = rtsp.url("rtsp", "/film");
        world.easy
                .set(Option.URL, uri)
                .set(Option.RTSP_STREAM_URI, uri)
                .set(Option.RTSP_TRANSPORT, "RTP/AVP/TCP;unicast;interleaved=0-1")
                .set(Option.RTSP_REQUEST, RtspRequest.SETUP)
                .perform();
        world.easy.set(Option.RTSP_REQUEST, RtspRequest.PLAY);
    }

    private static Easy sending(Easy easy) {
        return easy.set(Option.UPLOAD, true).set(Option.INFILESIZE_LARGE, SENT.length());
    }

    /** Gives the text again after each end: once to each request. */
    static final class Sent implements ReadCallback {
        private int at;

        @Override
        public int read(byte[] buffer) {
            int count = Math.min(buffer.length, Math.min(5, SENT.length() - at));
            System.arraycopy(SENT.getBytes(StandardCharsets.US_ASCII), at, buffer, 0, count);
            at = count == 0 ? 0 : at + count;
            return count;
        }

        void rewind() {
            at = 0;
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        https.close();
        proxy.close();
        mail.close();
        rtsp.close();
        ftp.close();
        ssh.close();
        http2.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
