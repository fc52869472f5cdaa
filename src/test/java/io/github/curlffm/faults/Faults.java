package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.HTTPGET;
import static io.github.curlffm.option.Option.NOPROXY;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.util.Set;
import java.util.regex.Pattern;

/** Transfers that fail, each by itself and in a multi; either way the same handle must work again afterwards. */
final class Faults implements AutoCloseable {

    /** Longer than any of these takes that does not hang. */
    private static final int PATIENCE_MS = 20_000;

    /** Sets up a transfer that fails, on a new handle. */
    @FunctionalInterface
    interface SetUp {
        void accept(Easy easy) throws Exception;
    }

    private final HttpPeer healthy = HttpPeer.answering("fine");
    private final SetUp recovery;

    Faults() {
        recovery = easy -> {};
    }

    /** Recovers by a transfer whose body is {@code fine}, too. */
    Faults(SetUp recovery) {
        this.recovery = recovery;
    }

    /** Checks the code, and that the message has libcurl's words for it and details that match a regular expression. */
    void check(CurlCode code, String details, SetUp setUp) throws Exception {
        check(Set.of(code), details, setUp);
    }

    /** The same where it depends on the moment, or on the version, which of some codes it is. */
    void check(Set<CurlCode> codes, String details, SetUp setUp) throws Exception {
        try (Easy easy = ready(setUp)) {
            CurlException failure = null;
            try {
                easy.perform();
            } catch (CurlException e) {
                failure = e;
            }
            checkFailure(codes, details, failure);
            recover(easy);
            assertEquals("fine", Perform.body(easy));
        }
        try (Easy easy = ready(setUp);
                Multi multi = new Multi()) {
            Message message = Transfers.performOne(multi.add(easy));
            checkFailure(codes, details, message.failure());
            assertEquals(message.failure().code(), message.code());
            multi.remove(easy);
            recover(easy);
            assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        }
    }

    private static Easy ready(SetUp setUp) throws Exception {
        Easy easy = new Easy().set(TIMEOUT_MS, PATIENCE_MS).set(WRITEFUNCTION, data -> {});
        setUp.accept(easy);
        return easy;
    }

    private void recover(Easy easy) throws Exception {
        easy.set(URL, healthy.url("/"))
                .set(NOPROXY, "*")
                .set(HTTPGET, true)
                .set(TIMEOUT_MS, PATIENCE_MS)
                .set(WRITEFUNCTION, data -> {});
        recovery.accept(easy);
    }

    private static void checkFailure(Set<CurlCode> codes, String details, CurlException failure) {
        assertNotNull(failure, "the transfer did not fail");
        assertEquals(CurlException.class, failure.getClass(), failure::toString);
        assertTrue(codes.contains(failure.code()), failure::toString);
        String expected = Pattern.quote("[" + failure.number() + "] " + Curl.strerror(failure.code())) + " \\(.*("
                + details + ").*\\)";
        assertTrue(failure.getMessage().matches(expected), () -> failure.getMessage() + " does not match " + expected);
    }

    @Override
    public void close() {
        healthy.close();
    }
}
