package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.COPYPOSTFIELDS;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.POST;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.POSTFIELDSIZE;
import static io.github.curlffm.option.Option.POSTFIELDSIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.RequestRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of a request body stay what and where they are until libcurl has sent them. */
class PostFieldsTest {

    private final RequestRecorder server = new RequestRecorder();
    private final Easy easy = new Easy();

    @BeforeEach
    void prepare() {
        easy.set(URL, server.url("/")).set(WRITEFUNCTION, body -> {});
    }

    static Stream<Option<byte[]>> both() {
        return Stream.of(POSTFIELDS, COPYPOSTFIELDS);
    }

    private byte[] sent(Easy handle) throws IOException {
        handle.perform();
        RequestRecorder.Request request = server.take();
        assertEquals("POST /", request.line());
        assertEquals("" + request.body().length, request.header("Content-Length"));
        return request.body();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("both")
    void arrayMayBeReusedOnceItIsSet(Option<byte[]> option) throws IOException {
        byte[] bytes = random(1000);
        byte[] copy = bytes.clone();
        easy.set(option, bytes);
        Arrays.fill(bytes, (byte) 'x');
        System.gc();
        assertArrayEquals(copy, sent(easy));
        assertArrayEquals(copy, sent(easy), "once more");
    }

    @ParameterizedTest
    @MethodSource("both")
    void zeroBytesAreSent(Option<byte[]> option) throws IOException {
        byte[] bytes = {0, 1, 0, 2, 0};
        assertArrayEquals(bytes, sent(easy.set(option, bytes)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void emptyBodyIsAPostWithoutBytes(Option<byte[]> option) throws IOException {
        assertEquals(0, sent(easy.set(option, new byte[0])).length);
    }

    @ParameterizedTest
    @MethodSource("both")
    void stringIsSentAsUtf8(Option<byte[]> option) throws IOException {
        assertEquals("ä=€", new String(sent(easy.set(option, "ä=€")), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("both")
    void fiveMegabytesAreSent(Option<byte[]> option) throws IOException {
        byte[] bytes = random(5_000_000);
        assertArrayEquals(bytes, sent(easy.set(option, bytes)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void lastOneSetCounts(Option<byte[]> option) throws IOException {
        easy.set(POSTFIELDS, "the first, and longer").set(option, "second");
        assertEquals("second", new String(sent(easy), StandardCharsets.US_ASCII));
        easy.set(option, "the third, and longer").set(COPYPOSTFIELDS, "4th").set(POSTFIELDS, "5th");
        assertEquals("5th", new String(sent(easy), StandardCharsets.US_ASCII));
        assertEquals("six", new String(sent(easy.set(COPYPOSTFIELDS, "six")), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @MethodSource("both")
    void duplicateHasTheBodyWhenTheOriginalIsGone(Option<byte[]> option) throws IOException {
        byte[] bytes = random(5_000_000);
        easy.set(option, bytes);
        try (Easy duplicate = easy.duplicate()) {
            easy.close();
            assertArrayEquals(bytes, sent(duplicate));
            try (Easy second = duplicate.duplicate()) {
                duplicate.set(option, "other");
                assertArrayEquals(bytes, sent(second));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void sizeBeyondTheBodyIsRefused(Option<byte[]> option) throws IOException {
        easy.set(option, "12345678");
        for (Option<Long> size : List.of(POSTFIELDSIZE, POSTFIELDSIZE_LARGE)) {
            var e = assertThrows(CurlOptionException.class, () -> easy.set(size, 9));
            assertTrue(
                    e.getMessage().startsWith(size + " refused the value \"9\": POSTFIELDS has only 8 bytes"),
                    e::getMessage);
            assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
        }
        assertEquals(8, sent(easy).length);
        assertEquals("123", new String(sent(easy.set(POSTFIELDSIZE, 3)), StandardCharsets.US_ASCII));
        assertEquals("12345", new String(sent(easy.set(POSTFIELDSIZE_LARGE, 5)), StandardCharsets.US_ASCII));
    }

    /** To libcurl -1 means: up to the first zero byte, wherever behind the body that is. */
    @ParameterizedTest
    @MethodSource("both")
    void withoutASizeTheWholeBodyIsSentAndNothingBehindIt(Option<byte[]> option) throws IOException {
        byte[] bytes = "123456789012345678901234".getBytes(StandardCharsets.US_ASCII); // fills what malloc gives
        for (Option<Long> size : List.of(POSTFIELDSIZE, POSTFIELDSIZE_LARGE)) {
            easy.set(option, bytes).set(size, 3).set(size, -1);
            assertArrayEquals(bytes, sent(easy));
            easy.set(option, bytes).set(size, 3).unset(size);
            assertArrayEquals(bytes, sent(easy));
        }
        byte[] withZero = {1, 0, 2};
        assertArrayEquals(withZero, sent(easy.set(option, withZero).unset(POSTFIELDSIZE)));
    }

    @Test
    void afterUnsetAndResetAnySizeMayBeSetForTheReadFunction() throws IOException {
        for (Runnable takeBack : new Runnable[] {() -> easy.unset(POSTFIELDS), easy::reset}) {
            easy.set(POSTFIELDS, "12345678");
            takeBack.run();
            prepare();
            easy.set(POST, true).set(POSTFIELDSIZE, 10).set(READFUNCTION, buffer -> {
                Arrays.fill(buffer, 0, 10, (byte) 'r');
                return 10;
            });
            assertEquals("rrrrrrrrrr", new String(sent(easy), StandardCharsets.US_ASCII));
        }
    }

    /** libcurl is in the middle of the old bytes when the answer to {@code Expect: 100-continue} comes. */
    @ParameterizedTest
    @MethodSource("both")
    void bodyIsNotReplacedByACallback(Option<byte[]> option) throws IOException {
        byte[] bytes = random(5_000_000);
        easy.set(option, bytes).set(HEADERFUNCTION, line -> {
            if (new String(line, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 100")) {
                assertThrows(IllegalStateException.class, () -> easy.set(POSTFIELDS, "next"));
                assertThrows(IllegalStateException.class, () -> easy.unset(POSTFIELDS));
            }
        });
        assertArrayEquals(bytes, sent(easy));
        assertArrayEquals(bytes, sent(easy));
    }
}
