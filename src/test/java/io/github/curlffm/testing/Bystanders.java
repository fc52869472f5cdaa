package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    /** Checks that the transfer ends without another callback, once the one under test has thrown. */
    public static void checkNoneRunsAfter(Transfer transfer) throws Exception {
        Bystanders bystanders = new Bystanders();
        try (Easy easy = new Easy()) {
            easy.set(WRITEFUNCTION, data -> bystanders.called("WRITE"))
                    .set(HEADERFUNCTION, data -> bystanders.called("HEADER"))
                    .set(XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> bystanders.called("XFERINFO"))
                    .set(VERBOSE, true)
                    .set(DEBUGFUNCTION, (type, data) -> bystanders.called("DEBUG"));
            transfer.setUp(easy, bystanders);
            CallbackException e = assertThrows(CallbackException.class, easy::perform);
            assertSame(bystanders.exception, e.getCause());
            assertFalse(bystanders.before.isEmpty(), "no other callback ran at all");
            assertEquals(List.of(), bystanders.after, "callbacks that ran after one threw");
        }
    }

    /** The body of the lambda under test: throws, and never returns. */
    public <R> R explode() {
        called("the callback that threw");
        thrown = true;
        throw exception;
    }

    /** The body of one more bystander. */
    public void called(String name) {
        (thrown ? after : before).add(name);
    }
}
