package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.NOPROGRESS;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XferInfoCallbackTest extends ProgressContract<XferInfoCallback> {

    @Override
    public Option<XferInfoCallback> option() {
        return XFERINFOFUNCTION;
    }

    @Override
    XferInfoCallback answering(Answer answer) {
        return answer::to;
    }

    @Override
    Easy watch(Easy easy, Watcher watcher) {
        return easy.set(XFERINFOFUNCTION, watcher::see);
    }

    @Test
    void settingItClearsNoProgressAndUnsettingItSetsNoProgressAgain(@TempDir Path folder) throws Exception {
        Path meter = folder.resolve("stderr");
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(STDERR, meter).set(NOPROGRESS, true).set(XFERINFOFUNCTION, harmless(() -> {}));
            easy.unset(XFERINFOFUNCTION).perform();
        }
        assertEquals("", Files.readString(meter), "libcurl's own meter stays off");
    }

    @Test
    void noProgressSetAfterwardsSilencesIt(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(XFERINFOFUNCTION, harmless(calls::incrementAndGet))
                .set(NOPROGRESS, true)
                .perform();
        assertEquals(0, calls.get());
        easy.set(NOPROGRESS, false).perform();
        assertTrue(calls.get() > 0);
    }

    @Test
    void continueLetsTheBuiltInMeterRunToo(@TempDir Path folder) throws Exception {
        Needs.libcurl("7.68.0");
        assertTrue(meterOf(XferInfoCallback.DRAW_METER, folder.resolve("with")).contains("% Total"));
        assertEquals("", meterOf(0, folder.resolve("without")));
    }

    private String meterOf(int answer, Path stderr) throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(STDERR, stderr)
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> answer + 0)
                    .perform();
        }
        return Files.readString(stderr);
    }
}
