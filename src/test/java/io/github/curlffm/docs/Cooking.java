package io.github.curlffm.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Printed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs a program of the cookbook as it stands there, but for its hosts and files. */
abstract class Cooking {
    static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final String IMPORTS =
            Readme.read("README.md").program("More programs").text();
    static final String HOST = "https://www.example.com/";

    @TempDir
    Path folder;

    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Runs the program under a heading, with texts replaced by those that follow them. */
    final String cook(String heading, String... fromTo) throws Exception {
        String program = COOKBOOK.program(heading).text();
        for (int i = 0; i < fromTo.length; i += 2) {
            assertTrue(program.contains(fromTo[i]), fromTo[i]);
            program = program.replace(fromTo[i], fromTo[i + 1]);
        }
        String local = program.replace("Path.of(\"", "Path.of(\"" + folder + "\", \"");
        Printed printed = Program.run(IMPORTS, local, folder);
        String stated = COOKBOOK.statedOutput(COOKBOOK.program(heading));
        if (stated != null) {
            assertEquals(stated, printed.out());
        }
        return printed.out();
    }

    final HttpPeer peer(HttpPeerScript script) {
        return new HttpPeer(exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            script.answer(exchange);
        });
    }

    @FunctionalInterface
    interface HttpPeerScript {
        void answer(HttpExchange exchange) throws IOException;
    }

    static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }
}
