package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What a transfer that is under way reads is not changed: libcurl would go on with what the change has freed. */
@Timeout(120)
class MimeInUseTest {

    private static final String REFUSAL = "has been read, or remove the handle first";

    private final MimeTransfers transfers = new MimeTransfers();
    private final Easy easy = transfers.easy("/");
    private final Mime mime = new Mime(easy);
    private final Mime inner = new Mime(easy);
    private final Multi multi = new Multi();

    private List<Executable> changes(Mime of, MimePart part, Mime adopted) {
        List<Executable> changes = new ArrayList<>(MimeTransfers.changes(part, adopted));
        changes.add(of::addPart);
        changes.add(() -> part.file(Path.of("missing")));
        return changes;
    }

    /** Makes a form with a part in a part; {@return all ways to change it} */
    private List<Executable> form() {
        MimePart innerPart = inner.addPart().name("inner").data("inner data");
        MimePart part = mime.addPart().name("part").subparts(inner);
        Mime free = transfers.mime(easy);
        List<Executable> all = new ArrayList<>(changes(mime, part, free));
        all.addAll(changes(inner, innerPart, free));
        all.add(() -> free.addPart().subparts(mime));
        easy.set(MIMEPOST, mime);
        return all;
    }

    private void assertArrived() {
        assertEquals(
                "inner data", transfers.peer.take().part().parts().getFirst().text());
        assertTrue(transfers.peer.isEmpty());
    }

    @Test
    void nothingIsChangedBetweenTheStepsOfAMulti() throws IOException {
        List<Executable> changes = form();
        multi.add(easy);
        int steps = 0;
        while (multi.perform() > 0) {
            for (Executable change : changes) {
                IllegalStateException e = assertThrows(IllegalStateException.class, change);
                assertTrue(e.getMessage().contains(REFUSAL), e::toString);
            }
            steps++;
            multi.poll(Transfers.LONG);
        }
        assertTrue(steps > 0, "there was a step in between");
        Transfers.onlyMessage(multi).orThrow();
        assertArrived();
    }

    @Test
    void afterTheHandleWasRemovedItIsChanged() throws IOException {
        form();
        multi.add(easy).perform();
        multi.remove(easy);
        inner.addPart().name("another").data("more");
        easy.perform();
        assertEquals(2, transfers.peer.take().part().parts().size());
    }

    @Test
    void aFormThatNoTransferReadsIsMadeReadyMeanwhile() throws IOException {
        form();
        multi.add(easy).perform();
        Mime next = transfers.mime(easy);
        next.addPart().name("next").headers(List.of("X: y")).data("next form");
        Transfers.performOne(multi).orThrow();
        multi.remove(easy);
        easy.set(MIMEPOST, next).perform();
        assertArrivedAndThen("next form");
    }

    private void assertArrivedAndThen(String second) {
        assertEquals(
                "inner data", transfers.peer.take().part().parts().getFirst().text());
        assertEquals(second, transfers.peer.take().part().text());
    }

    @Test
    void nothingIsChangedFromInsideACallbackInAMulti() throws IOException {
        List<Executable> changes = form();
        int[] calls = {0};
        easy.set(WRITEFUNCTION, body -> {
            calls[0]++;
            changes.forEach(change -> assertThrows(IllegalStateException.class, change));
        });
        multi.add(easy);
        Transfers.performOne(multi).orThrow();
        assertEquals(1, calls[0]);
        assertArrived();
    }

    /** The program that crashed: libcurl is in the middle of a list of headers that no socket takes at once. */
    @Test
    void longHeadersArriveAsTheyWereWhenTheTransferBegan() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (WireServer server = new WireServer(connection -> {
            tried.await();
            connection.readHead();
            for (String line; !(line = connection.readLine()).endsWith("--"); ) {
                lines.add(line);
            }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            MimePart part = mime.addPart().name("part").data("hello");
            part.headers(Collections.nCopies(4000, "X: " + "v".repeat(2000)));
            easy.set(URL, server.url("http", "/"))
                    .set(HTTPHEADER, List.of("Expect:"))
                    .set(MIMEPOST, mime);
            multi.add(easy);
            for (int i = 0; i < 20; i++) {
                multi.perform();
                assertThrows(
                        IllegalStateException.class,
                        () -> part.headers(Collections.nCopies(4000, "Y: " + "w".repeat(90))));
            }
            tried.countDown();
            Transfers.performOne(multi).orThrow();
        }
        assertEquals(
                4000,
                lines.stream()
                        .filter(line -> line.equals("X: " + "v".repeat(2000)))
                        .count());
    }

    /** libcurl's copy of the part has nothing of the original's but the callbacks. */
    @Test
    void theOriginalIsChangedWhileADuplicateSendsItsCopy() throws IOException {
        int[] closed = {0};
        MimePart part = mime.addPart().name("part").headers(List.of("X: copied"));
        part.data(giving("copied"), UNKNOWN_SIZE, null, () -> closed[0]++);
        easy.set(MIMEPOST, mime);
        try (Easy copy = easy.duplicate()) {
            multi.add(copy).perform();
            part.data("original").headers(List.of("X: original"));
            assertEquals(0, closed[0]);
            Transfers.performOne(multi).orThrow();
            assertEquals("copied", transfers.peer.take().part().text());
            easy.perform();
            assertEquals("original", transfers.peer.take().part().text());
        }
        assertEquals(1, closed[0]);
    }
}
