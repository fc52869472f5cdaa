package io.github.curlffm.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy for HTTP, which tunnels too, and which may want a login. It keeps the heads that it gets. */
final class ProxyPeer implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final String challenge;
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** @param challenge what it asks for, null if nothing */
    ProxyPeer(String challenge) {
        this.challenge = challenge;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                executor.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.isEmpty()) {
                heads.add(head);
                if (challenge != null && !head.contains("Proxy-Authorization: ")) {
                    client.getOutputStream()
                            .write(("HTTP/1.1 407 Who?\r\nProxy-Authenticate: " + challenge
                                            + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    head = head(client.getInputStream());
                } else {
                    passOn(head, client);
                    return;
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private void passOn(String head, Socket client) throws IOException {
        String target = head.split(" ")[1];
        boolean isTunnel = head.startsWith("CONNECT ");
        String authority = isTunnel ? target : target.replaceFirst("http://([^/]*)/.*", "$1");
        int colon = authority.lastIndexOf(':');
        try (Socket server =
                new Socket(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)))) {
            if (isTunnel) {
                client.getOutputStream().write("HTTP/1.1 200 Go on\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                server.getOutputStream()
                        .write(head.replaceFirst("http://[^/]*", "")
                                .replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            var up = executor.submit(() -> copy(client.getInputStream(), server.getOutputStream(), server));
            copy(server.getInputStream(), client.getOutputStream(), client);
            up.cancel(true);
        }
    }

    private static Void copy(InputStream from, OutputStream to, Socket end) throws IOException {
        from.transferTo(to);
        end.shutdownOutput();
        return null;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b; !head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n") && (b = in.read()) >= 0; ) {
            head.write(b);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        executor.shutdownNow();
    }
}
