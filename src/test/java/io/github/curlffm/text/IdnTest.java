package io.github.curlffm.text;

import static io.github.curlffm.option.Info.EFFECTIVE_URL;
import static io.github.curlffm.option.Option.CONNECT_TO;
import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.MAIL_FROM;
import static io.github.curlffm.option.Option.MAIL_RCPT;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names outside ASCII work in every locale of the process: a Java string's encoding is never in doubt. */
class IdnTest {

    private static final String HOST = "b\u00fccher.example";
    private static final String ASCII = "xn--bcher-kva.example";

    @BeforeEach
    void needsIdn() {
        Needs.idn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "nonsense"})
    void everywhere(String locale) throws Exception {
        Child.Outcome outcome =
                ChildJvm.of(Names.class).environment("LC_ALL", locale).run();
        assertEquals("", outcome.err());
        assertEquals("all", outcome.out().strip());
    }

    /** A program that tries all the places where a name may stand. */
    static final class Names {

        public static void main(String[] arguments) throws Exception {
            Locale before = Locale.getDefault();
            url();
            transfers();
            mail();
            assertEquals(before, Locale.getDefault());
            System.out.println("all");
        }

        private static void url() {
            try (CurlUrl url = CurlUrl.parse("http://" + HOST + "/")) {
                if (Curl.version().isAtLeast(7, 88, 0)) {
                    assertEquals(ASCII, url.get(Part.HOST, Flag.PUNYCODE));
                    assertEquals("http://" + ASCII + "/", url.get(Part.URL, Flag.PUNYCODE));
                    assertEquals(ASCII, url.toURI().getHost());
                }
                if (Curl.version().isAtLeast(8, 3, 0)) {
                    url.set(Part.HOST, ASCII);
                    assertEquals(HOST, url.get(Part.HOST, Flag.PUNY2IDN));
                }
            }
        }

        private static void transfers() throws Exception {
            List<String> heads = new ArrayList<>();
            try (WireServer server = new WireServer(connection -> {
                for (String head; (head = connection.readHead()) != null; ) {
                    heads.add(head);
                    connection.write(
                            head.contains("/moved")
                                    ? "HTTP/1.1 302 Found\r\nLocation: http://b\u00c3\u00bccher.example:"
                                            + connection.socket().getLocalPort()
                                            + "/to\r\nContent-Length: 0\r\n\r\n"
                                    : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                }
            })) {
                String base = server.url("http", "/");
                String port = base.replaceAll(".*:(\\d+)/", "$1");
                String named = "http://" + HOST + ":" + port + "/";
                try (Easy easy = new Easy().set(WRITEFUNCTION, body -> {});
                        CurlUrl url = CurlUrl.parse(named);
                        Multi multi = new Multi()) {
                    List<String> address = List.of(HOST + ":" + port + ":127.0.0.1"); // for the handle's cache
                    easy.set(RESOLVE, address);
                    easy.set(URL, named).perform();
                    easy.set(URL, base + "moved").set(FOLLOWLOCATION, true).perform();
                    assertEquals(named + "to", easy.get(EFFECTIVE_URL));
                    easy.set(CURLU, url).perform();
                    easy.unset(CURLU).set(URL, named).set(RESOLVE, address); // for the multi's
                    multi.add(easy);
                    while (multi.perform() > 0) {
                        multi.poll(Duration.ofSeconds(1));
                    }
                    multi.messages().getFirst().orThrow();
                    multi.remove(easy);
                    easy.set(URL, "http://a.example/").set(PROXY, named).perform();
                    easy.unset(PROXY)
                            .set(CONNECT_TO, List.of(HOST + ":80:" + HOST + ":" + port))
                            .set(URL, "http://" + HOST + "/")
                            .perform();
                }
            }
            assertEquals(
                    List.of(ASCII, "127.0.0.1", ASCII, ASCII, ASCII, "a.example", ASCII),
                    heads.stream()
                            .map(head -> head.replaceAll("(?s).*Host: ([^:\n]*).*", "$1"))
                            .toList());
        }

        private static void mail() throws CurlException {
            List<String> commands = new ArrayList<>();
            try (WireServer server = new WireServer(connection -> {
                connection.write("220 hello\r\n");
                for (String line; (line = connection.readLine()) != null; ) {
                    commands.add(line);
                    if (line.equals("DATA")) {
                        connection.write("354 go on\r\n");
                        while (!".".equals(connection.readLine())) {
                            continue;
                        }
                    }
                    connection.write("250 OK\r\n");
                }
            })) {
                try (Easy easy = new Easy().set(URL, server.url("smtp", "/me"))) {
                    easy.set(MAIL_FROM, "a@" + HOST)
                            .set(MAIL_RCPT, List.of("b@" + HOST))
                            .set(UPLOAD, true)
                            .set(READFUNCTION, buffer -> 0)
                            .perform();
                }
            }
            assertEquals("MAIL FROM:<a@" + ASCII + ">", commands.get(1));
            assertEquals("RCPT TO:<b@" + ASCII + ">", commands.get(2));
        }
    }

    /** What has no name in ASCII is still an error. */
    @ParameterizedTest
    @ValueSource(strings = {"http://\u00fc..example/", "http://xn--\u00fc/"})
    void aBadNameIsRefused(String text) {
        try (Easy easy = new Easy().set(URL, text)) {
            assertThrows(CurlException.class, easy::perform);
        }
    }
}
