package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Transfers in a multi: their handles, their bodies, and the loop that polls. */
public final class Transfers implements AutoCloseable {

    /** Longer than any test takes: a poll that lasts that long has missed something. */
    public static final Duration LONG = Duration.ofSeconds(30);

    private final List<Easy> easies = new ArrayList<>();
    private final Map<Easy, ByteArrayOutputStream> bodies = new HashMap<>();

    /** {@return a new handle for a URL, whose body is kept here} */
    public Easy get(String url) {
        Easy easy = new Easy().set(URL, url);
        easies.add(easy);
        return keepBody(easy);
    }

    /** Keeps the body of a handle that was made elsewhere. */
    public Easy keepBody(Easy easy) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        bodies.put(easy, body);
        return easy.set(WRITEFUNCTION, data -> body.writeBytes(data));
    }

    /** {@return what has come for a handle} */
    public String body(Easy easy) {
        return bodies.get(easy).toString(StandardCharsets.UTF_8);
    }

    /** {@return all handles} */
    public List<Easy> easies() {
        return easies;
    }

    /** Polls and performs until no transfer is under way. */
    public static void perform(Multi multi) throws CurlMultiException {
        while (multi.perform() > 0) {
            poll(multi);
        }
    }

    private static void poll(Multi multi) throws CurlMultiException {
        long start = System.nanoTime();
        multi.poll(LONG);
        assertTrue(System.nanoTime() - start < LONG.toNanos(), "nothing happens any more");
    }

    /** Polls and performs until something is the case. */
    public static void performUntil(Multi multi, BooleanSupplier done) throws CurlMultiException {
        multi.perform();
        while (!done.getAsBoolean()) {
            poll(multi);
            multi.perform();
        }
    }

    /** Performs to the end; {@return the message of the one transfer that there is} */
    public static Message performOne(Multi multi) throws CurlMultiException {
        perform(multi);
        return onlyMessage(multi);
    }

    /** {@return the message of the one transfer that there is} */
    public static Message onlyMessage(Multi multi) {
        List<Message> messages = multi.messages();
        assertEquals(1, messages.size(), messages::toString);
        return messages.getFirst();
    }

    /** Checks that a handle still works, by itself. */
    public void stillPerforms(Easy easy, String url, String body) throws CurlException {
        keepBody(easy.set(URL, url)).perform();
        assertEquals(body, body(easy));
    }

    @Override
    public void close() {
        easies.forEach(Easy::close);
    }
}
