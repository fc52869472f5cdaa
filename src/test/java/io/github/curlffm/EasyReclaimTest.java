package io.github.curlffm;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.Registry;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Handles that nobody closed. */
class EasyReclaimTest {

    private static void collectUntil(BooleanSupplier done, String what) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            System.gc();
            Thread.yield();
        }
    }

    private static WeakReference<Easy> forgotten(HttpPeer server) throws IOException {
        Easy easy = new Easy();
        easy.set(URL, server.url("/"))
                .set(HTTPHEADER, List.of("X-One: 1"))
                .set(POSTFIELDS, "body")
                .set(PRIVATE, easy)
                .set(WRITEFUNCTION, body -> assertEquals(200, easy.get(Info.RESPONSE_CODE)))
                .set(XFERINFOFUNCTION, (a, b, c, d) -> easy.get(Info.RESPONSE_CODE))
                .perform();
        return new WeakReference<>(easy);
    }

    @Test
    void handleWhoseLambdasReferToItIsGivenBack() throws IOException {
        try (HttpPeer server = HttpPeer.answering("body")) {
            int before = Registry.size();
            List<WeakReference<Easy>> forgotten = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                forgotten.add(forgotten(server));
            }
            collectUntil(() -> forgotten.stream().allMatch(handle -> handle.refersTo(null)), "the handles stay");
            collectUntil(() -> Registry.size() <= before, "what the handles owned stays");
        }
    }

    @Test
    void duplicateOutlivesAForgottenOriginal() throws IOException {
        try (HttpPeer server = HttpPeer.answering("body");
                Easy duplicate = duplicateOfAForgotten(server)) {
            int with = Registry.size();
            collectUntil(() -> Registry.size() < with, "the original stays");
            duplicate.perform();
            assertEquals(200, duplicate.get(Info.RESPONSE_CODE));
        }
    }

    private static Easy duplicateOfAForgotten(HttpPeer server) {
        return new Easy()
                .set(URL, server.url("/"))
                .set(POSTFIELDS, "body")
                .set(WRITEFUNCTION, body -> {})
                .duplicate();
    }

    /** The handle is reachable until the call that it was last used for returns. */
    @Test
    void handleIsNotGivenBackWhileItTransfers() throws IOException {
        try (HttpPeer server = HttpPeer.answering("body")) {
            for (int i = 0; i < 20; i++) {
                new Easy()
                        .set(URL, server.url("/"))
                        .set(WRITEFUNCTION, body -> System.gc())
                        .perform();
            }
        }
    }
}
