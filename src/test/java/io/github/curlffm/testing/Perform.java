package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Performs, and looks at how that ends. */
public final class Perform {

    /** Does what libcurl runs a callback in: {@code Easy::perform}, unless the callback needs something else. */
    @FunctionalInterface
    public interface Action {
        void perform(Easy easy) throws Exception;
    }

    private Perform() {}

    /** {@return the body that came} */
    public static String body(Easy easy) throws CurlException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        easy.set(WRITEFUNCTION, data -> body.writeBytes(data));
        easy.perform();
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Checks that the transfer fails in libcurl, not in a callback, and {@return how} */
    public static CurlException failsWith(CurlCode code, Easy easy) {
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlException.class, e.getClass(), e::toString);
        assertEquals(code, e.code(), e::toString);
        return e;
    }

    /** Checks that the transfer fails in a callback, and {@return what it threw} */
    public static Throwable thrownInside(CurlCode code, Easy easy) {
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertEquals(code, e.code(), e::toString);
        return e.getCause();
    }

    /** Checks that a callback's answer is turned down with a message that holds these words. */
    public static void turnsDown(Class<? extends Exception> type, String words, Easy easy) {
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        Throwable cause = assertInstanceOf(type, e.getCause());
        assertTrue(cause.getMessage().contains(words), cause::toString);
    }
}
