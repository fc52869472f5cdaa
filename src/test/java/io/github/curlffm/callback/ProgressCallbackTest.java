package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.PROGRESSFUNCTION;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressCallbackTest extends ProgressContract<ProgressCallback> {

    @Override
    public Option<ProgressCallback> option() {
        return PROGRESSFUNCTION;
    }

    @Override
    ProgressCallback answering(Answer answer) {
        return answer::to;
    }

    @Override
    Easy watch(Easy easy, Watcher watcher) {
        return easy.set(PROGRESSFUNCTION, watcher::see);
    }

    /** XFERINFO would run in its place. */
    @Override
    public void addBystanders(Easy easy, Bystanders bystanders) {
        super.addBystanders(easy, bystanders);
        easy.unset(XFERINFOFUNCTION);
    }

    @Test
    void isIgnoredWhileXferInfoIsSetAndRunsOnceThatIsUnset(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger xferInfoCalls = new AtomicInteger();
        prepare(easy);
        easy.set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> xferInfoCalls.incrementAndGet())
                .set(PROGRESSFUNCTION, harmless(calls::incrementAndGet))
                .perform();
        assertEquals(0, calls.get());
        assertTrue(xferInfoCalls.getAndSet(0) > 0, "XFERINFO runs");

        easy.unset(XFERINFOFUNCTION).perform();
        assertEquals(0, xferInfoCalls.get());
        assertTrue(calls.get() > 0, "PROGRESS runs");
    }

    @Test
    void onceBothAreUnsetLibcurlsOwnMeterStaysOff(@TempDir Path folder) throws Exception {
        Path meter = folder.resolve("stderr");
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(STDERR, meter)
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {})
                    .set(PROGRESSFUNCTION, harmless(() -> {}));
            easy.unset(PROGRESSFUNCTION).unset(XFERINFOFUNCTION).perform();
        }
        assertEquals("", Files.readString(meter));
    }
}
