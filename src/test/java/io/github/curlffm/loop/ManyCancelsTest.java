package io.github.curlffm.loop;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Left;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.UnansweringPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many transfers that are cancelled at any time leave nothing behind. */
@Tag("slow")
class ManyCancelsTest {

    private static final int THREADS = 8;
    private static final int EACH = 17_500; // of which more than 100,000 are cancelled

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();

    @Test
    void leaveNothing(UnansweringPeer nobody) throws Exception {
        Needs.linux();
        String[] urls = {peer.url("/"), stalling.url(), nobody.url(), "http://127.0.0.1:1/"};
        rounds(1, urls, new SplittableRandom(1)); // what is made once
        long handles = Registry.size();
        long descriptors = Left.descriptors();
        long threads = Left.threads();
        int cancelled = rounds(EACH, urls, new SplittableRandom(2));
        assertTrue(cancelled > 100_000, "hardly one was cancelled: " + cancelled);
        assertEquals(handles, Registry.size());
        Left.isSoon(threads, Left::threads, "threads");
        Left.isSoon(descriptors, Left::descriptors, "descriptors");
    }

    private static int rounds(int each, String[] urls, SplittableRandom random) throws Exception {
        int cancelled = 0;
        try (EventLoop loop = new EventLoop(2);
                ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                SplittableRandom its = random.split();
                all.add(executor.submit(() -> cancel(loop, each, urls, its)));
            }
            for (Future<Integer> one : all) {
                cancelled += one.get();
            }
            assertEquals(0, loop.size());
        }
        return cancelled;
    }

    /** {@return how many were cancelled} The handle is used again each time, which it could not be if it were in the loop. */
    private static int cancel(EventLoop loop, int count, String[] urls, SplittableRandom random) throws Exception {
        int cancelled = 0;
        Easy easy = new Easy();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) == 0) {
                easy.close();
                easy = new Easy();
            }
            CompletableFuture<?>[] own = new CompletableFuture<?>[1];
            boolean inside = random.nextInt(5) == 0;
            easy.set(URL, urls[random.nextInt(urls.length)]).set(WRITEFUNCTION, data -> {
                if (inside && own[0] != null) {
                    own[0].cancel(true);
                }
            });
            CompletableFuture<Easy> future = loop.start(easy);
            own[0] = future;
            for (int spins = random.nextInt(20_000); spins > 0 && !future.isDone(); spins--) {
                Thread.onSpinWait();
            }
            switch (random.nextInt(4)) {
                case 0 -> future.cancel(true);
                case 1 -> easy.abort();
                case 2 -> future.thenApply(done -> done).cancel(false);
                default -> future.orTimeout(random.nextInt(2_000), TimeUnit.MICROSECONDS);
            }
            cancelled += outcome(future);
        }
        easy.close();
        return cancelled;
    }

    private static int outcome(CompletableFuture<Easy> future) throws InterruptedException {
        try {
            future.get();
            return 0;
        } catch (CancellationException e) {
            return 1;
        } catch (ExecutionException e) {
            boolean timedOut = e.getCause() instanceof TimeoutException;
            boolean aborted =
                    e.getCause() instanceof CurlException failure && failure.code() == CurlCode.ABORTED_BY_CALLBACK;
            assertTrue(timedOut || e.getCause() instanceof CurlException, e::toString);
            return timedOut || aborted ? 1 : 0;
        }
    }
}
