package io.github.curlffm.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Streams that depend on each other, where libcurl before 8.21.0 goes from one handle to the other by itself. */
@SuppressWarnings("deprecation")
class StreamDependsTest {

    /** Closes parents and children in two threads, and has servers push for handles that others depend on. */
    public static void main(String[] arguments) throws Exception {
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {
            closeInTwoThreads();
        }
        int pushes = 0;
        if (Loaded.isAtLeast("8.1.0")) {
            try (Http2Peer peer = new Http2Peer("/a", "/b")) {
                for (int i = 0; i < 50; i++) {
                    pushes += push(peer, i % 2 == 0);
                }
            }
        }
        System.out.println(pushes == 0 ? "survived" : "survived pushes");
        System.exit(0);
    }

    private static void closeInTwoThreads() throws Exception {
        Easy parent = new Easy();
        List<Easy> children = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            children.add(new Easy().set(Option.STREAM_DEPENDS, parent));
        }
        var both = new CyclicBarrier(2);
        Thread closer = Thread.ofPlatform().start(() -> {
            try {
                both.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            children.reversed().forEach(Easy::close);
        });
        both.await();
        parent.close();
        closer.join();
    }

    private static int push(Http2Peer peer, boolean dependsFirst) throws Exception {
        int[] pushes = {0};
        try (Easy parent = new Easy();
                Easy child = new Easy();
                Multi multi = new Multi()) {
            for (Easy each : List.of(parent, child)) {
                each.set(Option.URL, peer.url("/"))
                        .set(Option.HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE)
                        .set(Option.PIPEWAIT, true)
                        .set(Option.WRITEFUNCTION, body -> {});
            }
            child.set(Option.STREAM_DEPENDS, parent);
            if (dependsFirst) {
                multi.add(parent).add(child);
            }
            multi.set(MultiOption.PUSHFUNCTION, (from, stream, headers) -> {
                pushes[0]++;
                return PushCallback.Result.DENY;
            });
            if (!dependsFirst) {
                multi.add(child).add(parent);
            }
            Transfers.perform(multi);
        }
        return pushes[0];
    }

    @Test
    void endInAnyThreadAndMayBePushedFor() throws Exception {
        Child.Outcome child = ChildJvm.of(StreamDependsTest.class)
                .environment("MALLOC_PERTURB_", "165") // memory that is freed looks freed
                .run();
        assertEquals(0, child.exit(), child::err);
        assertTrue(child.out().startsWith("survived"), child::out);
    }
}
