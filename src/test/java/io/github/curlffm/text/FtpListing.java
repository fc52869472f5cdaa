package io.github.curlffm.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An FTP server whose listing is bytes, each a character of a string; whatever file it is asked for is empty. */
final class FtpListing implements AutoCloseable {

    private final WireServer server;

    FtpListing(String listing) {
        server = new WireServer(connection -> {
            connection.write("220 hello\r\n");
            try (ServerSocket data = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"))) {
                for (String line; (line = connection.readLine()) != null; ) {
                    answer(connection, data, line.replaceFirst(" .*", ""), listing);
                }
            }
        });
    }

    private static void answer(WireServer.Connection connection, ServerSocket data, String verb, String listing)
            throws IOException {
        switch (verb) {
            case "USER" -> connection.write("331 who\r\n");
            case "PASS" -> connection.write("230 you\r\n");
            case "PWD" -> connection.write("257 \"/\"\r\n");
            case "EPSV" -> connection.write("229 here (|||" + data.getLocalPort() + "|)\r\n");
            case "LIST" -> send(connection, data, listing);
            case "RETR" -> send(connection, data, "");
            case "SIZE" -> connection.write("213 0\r\n");
            default -> connection.write("200 OK\r\n");
        }
    }

    private static void send(WireServer.Connection connection, ServerSocket data, String text) throws IOException {
        connection.write("150 it comes\r\n");
        try (Socket socket = data.accept()) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }
        connection.write("226 it came\r\n");
    }

    String url(String path) {
        return server.url("ftp", path);
    }

    @Override
    public void close() {
        server.close();
    }
}
