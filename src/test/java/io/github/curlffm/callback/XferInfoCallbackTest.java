package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.NOPROGRESS;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
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

class XferInfoCallbackTest extends HttpCallbackContract<XferInfoCallback> {

    private record Progress(long dltotal, long dlnow, long ultotal, long ulnow) {}

    private final List<Progress> seen = new ArrayList<>();

    @Override
    public Option<XferInfoCallback> option() {
        return XFERINFOFUNCTION;
    }

    @Override
    public XferInfoCallback harmless(Action action) {
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

    @Test
    void theFormThatReturnsNothingWatchesToTheEnd() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(XFERINFOFUNCTION, (dlt, dln, ult, uln) -> seen.add(new Progress(dlt, dln, ult, uln)))
                    .set(POSTFIELDS, "request")
                    .perform();
        }
        assertEquals(new Progress(0, 0, 0, 0), seen.getFirst());
        assertEquals(new Progress(BODY.length(), BODY.length(), 7, 7), seen.getLast());
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.get(i).dlnow >= seen.get(i - 1).dlnow, seen::toString);
            assertTrue(seen.get(i).ulnow >= seen.get(i - 1).ulnow, seen::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {XferInfoCallback.ABORT, -1, 2, Integer.MIN_VALUE})
    void anyNumberButZeroEndsTheTransfer(int answer) {
        AtomicInteger calls = new AtomicInteger();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                calls.incrementAndGet();
                return answer;
            });
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(1, calls.get());
    }

    @Test
    void theValueFormMayEndTheTransferHalfway() {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(XFERINFOFUNCTION, (dlt, dln, ult, uln) -> {
                seen.add(new Progress(dlt, dln, ult, uln));
                return dln > 0 ? 1 : 0;
            });
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(BODY.length(), seen.getLast().dltotal);
        assertTrue(seen.size() > 1, "it goes on while the answer is 0");
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
        assertTrue(meterOf(XferInfoCallback.CONTINUE, folder.resolve("with")).contains("% Total"));
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
