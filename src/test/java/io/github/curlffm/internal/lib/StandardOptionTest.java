package io.github.curlffm.internal.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.testing.Needs;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of Java's socket options are those of this system's headers. */
class StandardOptionTest {

    private record Named(String level, String name, SocketOption<?> option) {}

    private static final List<Named> ALL = List.of(
            new Named("SOL_SOCKET", "SO_REUSEADDR", StandardSocketOptions.SO_REUSEADDR),
            new Named("SOL_SOCKET", "SO_BROADCAST", StandardSocketOptions.SO_BROADCAST),
            new Named("SOL_SOCKET", "SO_SNDBUF", StandardSocketOptions.SO_SNDBUF),
            new Named("SOL_SOCKET", "SO_RCVBUF", StandardSocketOptions.SO_RCVBUF),
            new Named("SOL_SOCKET", "SO_KEEPALIVE", StandardSocketOptions.SO_KEEPALIVE),
            new Named("SOL_SOCKET", "SO_REUSEPORT", StandardSocketOptions.SO_REUSEPORT),
            new Named("IPPROTO_TCP", "TCP_NODELAY", StandardSocketOptions.TCP_NODELAY),
            new Named("IPPROTO_IP", "IP_TOS", StandardSocketOptions.IP_TOS));

    @Test
    void theCompilerSaysTheSame(@TempDir Path folder) throws Exception {
        Needs.program("gcc");
        StringBuilder program = new StringBuilder(
                "#include <sys/socket.h>\n#include <netinet/in.h>\n#include <netinet/ip.h>\n#include <netinet/tcp.h>\n");
        for (Named named : ALL) {
            StandardOption standard = StandardOption.of(named.option);
            program.append("_Static_assert(%s == %d && %s == %d, \"%s\");%n"
                    .formatted(named.level, standard.level(), named.name, standard.number(), named.name));
        }
        Path source = Files.writeString(folder.resolve("options.c"), program);
        Process compiler = new ProcessBuilder("gcc", "-fsyntax-only", source.toString())
                .redirectErrorStream(true)
                .start();
        String messages = new String(compiler.getInputStream().readAllBytes());
        assertEquals(0, compiler.waitFor(), messages);
    }

    @Test
    void whatIsNoIntIsRefused() {
        assertThrows(UnsupportedOperationException.class, () -> StandardOption.of(StandardSocketOptions.SO_LINGER));
    }
}
