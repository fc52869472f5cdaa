package io.github.curlffm.callback;

import static io.github.curlffm.callback.HstsWorld.NAME;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An HSTS cache in a share. */
class SharedHstsTest {

    private HstsWorld world;
    private Share share;

    @BeforeEach
    void start() {
        Needs.libcurl("7.88.0");
        world = new HstsWorld();
        world.policy = "max-age=3600";
        share = new Share(LockData.HSTS);
    }

    private Easy sharing() {
        return world.setUp(new Easy()).set(SHARE, share);
    }

    private static void learn(Easy easy) throws CurlException {
        easy.set(URL, "https://" + NAME + "/").perform();
        easy.set(URL, "http://" + NAME + "/");
    }

    @Test
    void whatOneWasToldTheOthersHeed() throws CurlException {
        try (Easy one = sharing();
                Easy other = sharing();
                Easy stranger = world.setUp(new Easy())) {
            assertEquals("clear", Perform.body(other));
            learn(one);
            assertEquals("secure", Perform.body(other));
            assertEquals("clear", Perform.body(stranger));
        }
    }

    /** libcurl before 8.21.0 would free the cache under the others. */
    @Test
    void noHandleSwitchesItOffForTheOthers() throws CurlException {
        try (Easy one = sharing();
                Easy other = sharing()) {
            learn(one);
            assertThrows(CurlOptionException.class, () -> one.set(HSTS_CTRL, Set.of()));
            assertThrows(CurlOptionException.class, () -> one.unset(HSTS_CTRL));
            assertThrows(CurlOptionException.class, () -> one.set(HSTS_CTRL, Set.of(HstsCtrl.READONLYFILE)));
            one.unset(SHARE).unset(HSTS_CTRL);
            assertEquals("clear", Perform.body(one));
            assertEquals("secure", Perform.body(other));
        }
    }

    @Test
    void manyThreadsUseIt() throws Exception {
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                futures.add(executor.submit(() -> {
                    for (int i = 0; i < 4; i++) {
                        try (Easy easy = sharing()) {
                            learn(easy);
                            assertEquals("secure", Perform.body(easy));
                            easy.duplicate().close();
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
