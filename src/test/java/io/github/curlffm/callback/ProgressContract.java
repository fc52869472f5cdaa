package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.POSTFIELDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Perform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both callbacks that are told of the progress, by four numbers of one type or another. */
abstract class ProgressContract<C> extends HttpCallbackContract<C> {

    /** The four numbers, any of which fits a double in a test. */
    record Progress(double dltotal, double dlnow, double ultotal, double ulnow) {}

    /** What a lambda of the form that returns a number does with them. */
    @FunctionalInterface
    interface Answer {
        int to(Progress progress) throws Exception;

        default int to(double dltotal, double dlnow, double ultotal, double ulnow) throws Exception {
            return to(new Progress(dltotal, dlnow, ultotal, ulnow));
        }
    }

    /** What a lambda of the form that returns nothing does with them. */
    @FunctionalInterface
    interface Watcher {
        void see(Progress progress);

        default void see(double dltotal, double dlnow, double ultotal, double ulnow) {
            see(new Progress(dltotal, dlnow, ultotal, ulnow));
        }
    }

    final List<Progress> seen = new ArrayList<>();

    /** {@return a lambda with this answer} */
    abstract C answering(Answer answer);

    /** Sets a lambda of the form that returns nothing. */
    abstract Easy watch(Easy easy, Watcher watcher);

    @Override
    public C harmless(Action action) {
        return answering(progress -> {
            action.run();
            return 0;
        });
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Test
    void theFormThatReturnsNothingWatchesToTheEnd() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            watch(easy, seen::add).set(POSTFIELDS, "request").perform();
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
            easy.set(option(), answering(progress -> {
                calls.incrementAndGet();
                return answer;
            }));
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(1, calls.get());
    }

    @Test
    void theValueFormMayEndTheTransferHalfway() {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(option(), answering(progress -> {
                seen.add(progress);
                return progress.dlnow > 0 ? 1 : 0;
            }));
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(BODY.length(), seen.getLast().dltotal);
        assertTrue(seen.size() > 1, "it goes on while the answer is 0");
    }
}
