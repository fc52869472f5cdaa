package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The headers of a response as a map. */
class HeaderMapTest {

    private final WireServer server = new WireServer(connection -> {
        for (String head; (head = connection.readHead()) != null; ) {
            connection.write(
                    head.startsWith("GET /moved")
                            ? "HTTP/1.1 302 Found\r\nLocation: /\r\nX-Moved: yes\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nX-Two: 1\r\nset-cookie: a=b\r\nX-One: \r\nSet-Cookie: c=d\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Trailer: no\r\n\r\n");
        }
    });

    @BeforeEach
    void headersApi() {
        Needs.function("curl_easy_nextheader", "7.83.0");
    }

    private Map<String, List<String>> headers(Easy easy) throws IOException {
        easy.set(URL, server.url("http", "/")).set(WRITEFUNCTION, data -> {}).perform();
        return easy.headerMap();
    }

    @Test
    void theNamesAreInTheirOrderAndAsTheServerWroteThem(Easy easy) throws IOException {
        Map<String, List<String>> headers = headers(easy);
        assertEquals(List.of("X-Two", "set-cookie", "X-One", "Transfer-Encoding"), List.copyOf(headers.keySet()));
        assertEquals(
                List.of(List.of("1"), List.of("a=b", "c=d"), List.of(""), List.of("chunked")),
                List.copyOf(headers.values()));
        assertEquals(4, headers.size());
    }

    @Test
    void aNameIsFoundInUpperAndLowerCase(Easy easy) throws IOException {
        Map<String, List<String>> headers = headers(easy);
        for (String name : List.of("set-cookie", "Set-Cookie", "SET-COOKIE")) {
            assertEquals(List.of("a=b", "c=d"), headers.get(name));
            assertTrue(headers.containsKey(name));
            assertTrue(headers.keySet().contains(name));
        }
        assertNull(headers.get("X-Trailer"));
        assertFalse(headers.containsKey("x-trailer"));
        assertNull(headers.get(null));
        assertNull(headers.get((Object) 1));
        assertEquals(List.of(), headers.getOrDefault("X-Three", List.of()));
        assertEquals(new HashMap<>(headers), headers);
    }

    @Test
    void itIsThatOfTheLastResponseAndStays(Easy easy) throws IOException {
        assertEquals(Map.of(), easy.headerMap());
        easy.set(URL, server.url("http", "/moved"))
                .set(WRITEFUNCTION, data -> {})
                .perform();
        Map<String, List<String>> moved = easy.headerMap();
        assertEquals(List.of("yes"), moved.get("x-moved"));
        easy.set(FOLLOWLOCATION, true).perform();
        assertFalse(easy.headerMap().containsKey("x-moved"));
        assertEquals(List.of("1"), easy.headerMap().get("x-two"));
        assertEquals(List.of("yes"), moved.get("x-moved"));
    }

    @Test
    void itCannotBeChanged(Easy easy) throws IOException {
        Map<String, List<String>> headers = headers(easy);
        assertThrows(UnsupportedOperationException.class, () -> headers.put("a", List.of()));
        assertThrows(UnsupportedOperationException.class, () -> headers.remove("X-Two"));
        assertThrows(UnsupportedOperationException.class, headers::clear);
        assertThrows(
                UnsupportedOperationException.class, () -> headers.get("x-two").add("2"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> headers.values().iterator().next().add("2"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> headers.entrySet().iterator().next().setValue(List.of()));
    }

    @Test
    void itIsThereWhenAStreamIsOpen(Easy easy) throws IOException {
        try (InputStream in = easy.set(URL, server.url("http", "/")).open()) {
            assertEquals(List.of("a=b", "c=d"), easy.headerMap().get("Set-Cookie"));
            assertEquals(-1, in.read());
        }
    }
}
