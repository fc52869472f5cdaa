package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PROGRESSFUNCTION;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Perform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressCallbackTest extends HttpCallbackContract<ProgressCallback> {

    private record Progress(double dltotal, double dlnow, double ultotal, double ulnow) {}

    @Override
    public Option<ProgressCallback> option() {
        return PROGRESSFUNCTION;
    }

    @Override
    public ProgressCallback harmless(Action action) {
        return (dltotal, dlnow, ultotal, ulnow) -> {
            action.run();
            return 0;
        };
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.ABORTED_BY_CALLBACK;
    }

    /** XFERINFO would run in its place. */
    @Override
    public void addBystanders(Easy easy, Bystanders bystanders) {
        super.addBystanders(easy, bystanders);
        easy.unset(XFERINFOFUNCTION);
    }

    @Test
    void theFormThatReturnsNothingWatchesToTheEnd() throws Exception {
        List<Progress> seen = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(PROGRESSFUNCTION, (dlt, dln, ult, uln) -> seen.add(new Progress(dlt, dln, ult, uln)))
                    .set(POSTFIELDS, "request")
                    .perform();
        }
        assertEquals(new Progress(0, 0, 0, 0), seen.getFirst());
        assertEquals(new Progress(BODY.length(), BODY.length(), 7, 7), seen.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {XferInfoCallback.ABORT, -1})
    void anyNumberButZeroEndsTheTransfer(int answer) {
        AtomicInteger calls = new AtomicInteger();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(PROGRESSFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                calls.incrementAndGet();
                return answer;
            });
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(1, calls.get());
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
