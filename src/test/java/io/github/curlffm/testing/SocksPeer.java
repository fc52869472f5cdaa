package io.github.curlffm.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy that knows one server, by every name. It keeps the names that it is asked for. */
public final class SocksPeer implements AutoCloseable {

    private static final int DOMAIN_NAME = 3;
    private static final byte[] NO_LOGIN = {5, 0};
    private static final byte[] CONNECTED = {5, 0, 0, 1, 127, 0, 0, 1, 0, 0};

    private final WireServer listener;
    public final List<String> names = new CopyOnWriteArrayList<>();

    public SocksPeer(int port) {
        listener = new WireServer(client -> serve(client, port));
    }

    private void serve(WireServer.Connection client, int port) throws IOException {
        DataInputStream in = new DataInputStream(client.in());
        in.skipNBytes(1);
        in.skipNBytes(in.readUnsignedByte());
        client.write(NO_LOGIN);
        in.skipNBytes(3);
        if (in.readUnsignedByte() == DOMAIN_NAME) {
            names.add(new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII));
            in.skipNBytes(2);
        } else {
            names.add("an address");
            in.skipNBytes(6);
        }
        try (Socket server = new Socket("127.0.0.1", port)) {
            client.write(CONNECTED);
            Thread up = Thread.startVirtualThread(() -> copy(client, server));
            server.getInputStream().transferTo(client.socket().getOutputStream());
            client.socket().shutdownInput();
            up.interrupt();
        }
    }

    private static void copy(WireServer.Connection client, Socket server) {
        try {
            client.in().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException gone) {
            // as the other direction notices
        }
    }

    /** {@return a selector that knows this alone} */
    public ProxySelector selector() {
        Proxy socks = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", listener.port()));
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(socks);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }

    /** {@return host and port} */
    public String address() {
        return "127.0.0.1:" + listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }
}
