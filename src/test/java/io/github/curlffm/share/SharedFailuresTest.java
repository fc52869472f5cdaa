package io.github.curlffm.share;

import static io.github.curlffm.option.Option.SHARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lambda throws for a handle that leaves a share, and what it throws at the share's own end, come together. */
class SharedFailuresTest {

    private final List<Throwable> thrown = new ArrayList<>();

    private Exception next() {
        Exception exception = new Exception("number " + thrown.size());
        thrown.add(exception);
        return exception;
    }

    private static void collect(Throwable arrived, List<Throwable> marks) {
        if (arrived == null) {
            return;
        }
        if (arrived.getClass() == Exception.class) {
            marks.add(arrived);
        }
        collect(arrived.getCause(), marks);
        for (Throwable suppressed : arrived.getSuppressed()) {
            collect(suppressed, marks);
        }
    }

    @Test
    void noneOfSeveralExceptionsIsLost(Easy easy) {
        Share share = new Share(LockData.COOKIE);
        easy.set(SHARE, share);
        share.set(ShareOption.LOCKFUNC, (data, access) -> {
            throw next();
        });
        share.close();
        var e = assertThrows(UncheckedIOException.class, () -> easy.unset(SHARE));
        assertEquals(CallbackException.class, e.getCause().getClass());
        List<Throwable> arrived = new ArrayList<>();
        collect(e, arrived);
        assertEquals(2, thrown.size(), "one for the handle that leaves, one for the share that ends");
        assertEquals(thrown, arrived);
    }
}
