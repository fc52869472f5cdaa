package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.HSTS;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handle with an HSTS file whose cache goes away: libcurl itself would load the file into nothing. */
class HstsFileTest {

    @TempDir
    Path folder;

    private final HttpPeer peer = new HttpPeer();
    private final Easy easy = new Easy().set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {});

    @BeforeEach
    void file() throws Exception {
        Needs.key(HSTS);
        easy.set(HSTS, Files.writeString(folder.resolve("hsts"), "example.com \"20990101 00:00:00\"\n"));
    }

    @Test
    void itGoesWithAShare() throws Exception {
        Needs.libcurl("7.88.0");
        try (Share share = new Share(LockData.HSTS)) {
            easy.set(SHARE, share).unset(SHARE);
            easy.perform();
            easy.set(SHARE, share).perform();
            easy.unset(SHARE).perform();
        }
    }

    @Test
    void itIsTurnedOff() throws Exception {
        easy.set(HSTS_CTRL, Set.of()).perform();
        easy.set(HSTS_CTRL, Set.of(HstsCtrl.ENABLE)).perform();
        easy.set(HSTS, folder.resolve("hsts")).unset(HSTS_CTRL).perform();
    }

    @Test
    void inAMultiToo(Multi multi) throws Exception {
        easy.set(HSTS_CTRL, Set.of());
        multi.add(easy);
        Transfers.performOne(multi).orThrow();
    }
}
