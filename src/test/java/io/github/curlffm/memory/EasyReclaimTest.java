package io.github.curlffm.memory;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handles that nobody closed. */
class EasyReclaimTest {

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
    void handleWhoseLambdasReferToItIsGivenBack(HttpPeer server) throws IOException {
        int before = Registry.size();
        List<WeakReference<Easy>> forgotten = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            forgotten.add(forgotten(server));
        }
        Garbage.collectUntil(() -> forgotten.stream().allMatch(handle -> handle.refersTo(null)), "no handle stays");
        Garbage.collectUntil(() -> Registry.size() <= before, "nothing that they owned stays");
    }

    @Test
    void duplicateOutlivesAForgottenOriginal() throws IOException {
        try (HttpPeer server = HttpPeer.answering("body");
                Easy duplicate = duplicateOfAForgotten(server)) {
            int with = Registry.size();
            Garbage.collectUntil(() -> Registry.size() < with, "the original is given back");
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
    void handleIsNotGivenBackWhileItTransfers(HttpPeer server) throws IOException {
        int before = Registry.size();
        for (int i = 0; i < 20; i++) {
            new Easy()
                    .set(URL, server.url("/"))
                    .set(WRITEFUNCTION, body -> System.gc())
                    .perform();
        }
        Garbage.collectUntil(() -> Registry.size() <= before, "the handles are given back");
    }
}
