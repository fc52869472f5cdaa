package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import java.util.ArrayList;
import java.util.List;

/** Callbacks of other kinds that look on while one throws: they run before, and none of them may run afterwards. */
public final class Bystanders {

    private final RuntimeException exception = new IllegalStateException("thrown by the callback under test");
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private boolean thrown;

    private Bystanders() {}

    /** Sets up a transfer whose callback calls {@code bystanders.explode()}; {@code perform} is called afterwards. */
    @FunctionalInterface
    public interface Transfer {
        void setUp(Easy easy, Bystanders bystanders) throws Exception;
    }

    /** Checks that others run before, and that none does once the one under test has thrown. */
    public static void checkNoneRunsAfter(Transfer transfer) throws Exception {
        check(true, transfer, Easy::perform);
    }

    /** Checks that no other runs once the one under test has thrown in the action; unless that comes first, some run before. */
    public static void check(boolean someRunBefore, Transfer transfer, Perform.Action action) throws Exception {
        Bystanders bystanders = new Bystanders();
        try (Easy easy = new Easy()) {
            easy.set(WRITEFUNCTION, data -> bystanders.called("WRITE"))
                    .set(HEADERFUNCTION, data -> bystanders.called("HEADER"))
                    .set(XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> bystanders.called("XFERINFO"))
                    .set(VERBOSE, true)
                    .set(DEBUGFUNCTION, (type, data) -> bystanders.called("DEBUG"));
            transfer.setUp(easy, bystanders);
            CallbackException e = assertThrows(CallbackException.class, () -> action.perform(easy));
            assertSame(bystanders.exception, e.getCause());
            assertTrue(!someRunBefore || !bystanders.before.isEmpty(), "no other callback ran at all");
            assertEquals(List.of(), bystanders.after, "callbacks that ran after one threw");
        }
    }

    /** The body of the lambda under test: throws, and never returns. */
    public <R> R explode() {
        if (thrown) {
            after.add("the callback that threw");
        }
        thrown = true;
        throw exception;
    }

    /** The body of one more bystander. */
    public void called(String name) {
        (thrown ? after : before).add(name);
    }
}
