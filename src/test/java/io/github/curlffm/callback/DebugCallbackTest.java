package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.PREREQFUNCTION;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.DebugCallback.InfoType;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugCallbackTest extends HttpCallbackContract<DebugCallback> {

    @TempDir
    private Path folder;

    @Override
    public Option<DebugCallback> option() {
        return DEBUGFUNCTION;
    }

    @Override
    public DebugCallback harmless(Action action) {
        return (type, data) -> action.run();
    }

    /** It cannot stop the transfer by itself: the next one that can is WRITE. */
    @Override
    public CurlCode whenItThrows() {
        return CurlCode.WRITE_ERROR;
    }

    @Override
    public void prepare(Easy easy) {
        super.prepare(easy);
        easy.set(VERBOSE, true).set(STDERR, folder.resolve("stderr"));
    }

    /** libcurl's own account goes to its standard error then; unset, that file is closed and complete. */
    @Override
    public void performWithout(Easy easy) throws Exception {
        Path own = folder.resolve("own");
        easy.set(STDERR, own).perform();
        easy.unset(STDERR);
        String account = Files.readString(own);
        assertTrue(account.contains("GET / HTTP/1.1"), account);
    }

    /** As what has no WRITEFUNCTION goes to System.out. */
    @Test
    void withoutALambdaAndAFileItGoesToSystemErr() throws Exception {
        try (Easy easy = new Easy()) {
            super.prepare(easy);
            easy.set(VERBOSE, true);
            String account = Console.errorsOf(easy::perform);
            assertTrue(account.contains("> GET / HTTP/1.1\r\n> Host: "), account);
            assertTrue(account.contains("< HTTP/1.1 200 OK\r\n"), account);
            assertTrue(account.startsWith("* "), account);
            assertTrue(account.lines().allMatch(line -> line.matches("[*<>] .*")), account);

            Path own = folder.resolve("own");
            easy.set(STDERR, own);
            assertEquals("", Console.errorsOf(easy::perform));
            easy.unset(STDERR); // closes it
            assertTrue(Files.readString(own).contains("GET / HTTP/1.1"));
            assertTrue(Console.errorsOf(easy::perform).contains("> GET / HTTP/1.1\r\n"));
            try (Easy duplicate = easy.duplicate()) {
                assertTrue(Console.errorsOf(duplicate::perform).contains("> GET / HTTP/1.1\r\n"));
            }

            AtomicInteger calls = new AtomicInteger();
            easy.set(DEBUGFUNCTION, (type, data) -> calls.incrementAndGet());
            assertEquals("", Console.errorsOf(easy::perform));
            assertTrue(calls.get() > 0);
            easy.unset(DEBUGFUNCTION);
            assertTrue(Console.errorsOf(easy::perform).contains("> GET / HTTP/1.1\r\n"));
            easy.set(VERBOSE, false);
            assertEquals("", Console.errorsOf(easy::perform));
        }
    }

    @Test
    void getsEachTypeWithItsBytes() throws Exception {
        Map<InfoType, StringBuilder> seen = new EnumMap<>(InfoType.class);
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(UPLOAD, true)
                    .set(READFUNCTION, new RepeatableBody("what is sent"))
                    .set(
                            DEBUGFUNCTION,
                            (type, data) -> seen.computeIfAbsent(type, none -> new StringBuilder())
                                    .append(new String(data, ISO_8859_1)))
                    .perform();
        }
        assertEquals(EnumSet.range(InfoType.TEXT, InfoType.DATA_OUT), seen.keySet());
        assertTrue(seen.get(InfoType.TEXT).indexOf(" to 127.0.0.1 (127.0.0.1") >= 0, seen::toString);
        String sent = seen.get(InfoType.HEADER_OUT).toString();
        assertTrue(sent.startsWith("PUT / HTTP/1.1\r\n") && sent.endsWith("\r\n\r\n"), sent);
        String answered = seen.get(InfoType.HEADER_IN).toString();
        assertTrue(answered.contains("HTTP/1.1 200 OK\r\n") && answered.endsWith("\r\n\r\n"), answered);
        assertTrue(seen.get(InfoType.DATA_OUT).indexOf("what is sent") >= 0, seen::toString);
        assertEquals(BODY, seen.get(InfoType.DATA_IN).toString());
    }

    @Test
    void isNotCalledWithoutVerbose() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(DEBUGFUNCTION, harmless(calls::incrementAndGet))
                    .set(VERBOSE, false)
                    .perform();
        }
        assertEquals(0, calls.get());
    }

    @Test
    void whatItThrowsIsRememberedWhenNothingElseCanStopTheTransfer() throws Exception {
        Exploding.check(CurlCode.ABORTED_BY_CALLBACK, (easy, exploding) -> {
            prepare(easy);
            easy.set(URL, peer.url(EMPTY)).set(DEBUGFUNCTION, harmless(exploding::explode));
        });
    }

    @Test
    void whatItThrowsStopsTheTransferAtTheNextCallbackThatCan() throws Exception {
        Exploding.check(CurlCode.ABORTED_BY_CALLBACK, (easy, exploding) -> {
            prepare(easy);
            easy.set(DEBUGFUNCTION, harmless(exploding::explode))
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {});
        });
        Needs.key(PREREQFUNCTION);
        Exploding.check(CurlCode.ABORTED_BY_CALLBACK, (easy, exploding) -> {
            prepare(easy);
            easy.set(DEBUGFUNCTION, harmless(exploding::explode))
                    .set(PREREQFUNCTION, connection -> PrereqCallback.Result.OK);
        });
    }

    @Test
    void whatItThrowsAfterAnotherFailureIsNotLost(Easy easy) {
        IOException thrown = new IOException("in DEBUG");
        boolean[] refused = {false};
        prepare(easy);
        easy.set(HEADERFUNCTION, line -> {
                    refused[0] = true;
                    return 0;
                })
                .set(DEBUGFUNCTION, (type, data) -> {
                    if (refused[0]) {
                        throw thrown;
                    }
                });
        assertSame(thrown, Perform.thrownInside(CurlCode.WRITE_ERROR, easy));
    }
}
