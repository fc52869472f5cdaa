package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.BUFFERSIZE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteCallbackTest extends WriteContract {

    private static final int AT_MOST = 16384;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    @Override
    public WriteCallback harmless(Action action) {
        return data -> {
            action.run();
            return data.length;
        };
    }

    private String received() {
        return received.toString(US_ASCII);
    }

    @Test
    void getsTheWholeBodyInArraysThatItMayKeep() throws Exception {
        List<byte[]> kept = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, data -> kept.add(data)).perform();
        }
        assertTrue(kept.size() > 1, "more than one call");
        kept.forEach(received::writeBytes);
        assertEquals(BODY, received());
    }

    @Test
    void getsAtMost16384BytesACallHoweverLargeTheReceiveBuffer() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(BUFFERSIZE, 512 * 1024)
                    .set(WRITEFUNCTION, data -> lengths.add(data.length))
                    .perform();
        }
        assertTrue(lengths.stream().allMatch(length -> length <= AT_MOST), lengths::toString);
        assertEquals(BODY.length(), lengths.stream().mapToInt(length -> length).sum());
    }

    @Test
    void theCountingFormGoesOnWhileTheCountsAreRight() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, data -> {
                        received.write(data);
                        return data.length;
                    })
                    .perform();
        }
        assertEquals(BODY, received());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 16385, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, WriteCallback.ERROR})
    void aCountThatIsNotTheLengthEndsTheTransfer(long count) {
        List<Integer> lengths = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, data -> {
                lengths.add(data.length);
                return count;
            });
            Perform.failsWith(CurlCode.WRITE_ERROR, easy);
        }
        assertEquals(1, lengths.size());
    }

    @Test
    void aCountIsNotCutTo32Bits(Easy easy) {
        prepare(easy);
        easy.set(WRITEFUNCTION, data -> data.length + (1L << 32));
        Perform.failsWith(CurlCode.WRITE_ERROR, easy);
    }

    @Test
    void whatWasPausedComesAgainAfterResumeFromXferInfo() throws Exception {
        List<String> paused = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, data -> {
                        String text = new String(data, US_ASCII);
                        if (paused.isEmpty()) {
                            paused.add(text);
                            return WriteCallback.PAUSE;
                        }
                        calls.add(text);
                        return data.length;
                    })
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                        if (calls.isEmpty() && !paused.isEmpty()) {
                            calls.add("");
                            easy.resume();
                        }
                    })
                    .perform();
        }
        String body = String.join("", calls);
        assertEquals(BODY, body);
        assertTrue(body.startsWith(paused.getFirst()));
    }

    @Test
    void theReplacementGetsTheNextData() throws Exception {
        ByteArrayOutputStream receivedByFirst = new ByteArrayOutputStream();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, data -> {
                        receivedByFirst.writeBytes(data);
                        easy.set(WRITEFUNCTION, received::writeBytes);
                    })
                    .perform();
        }
        int first = receivedByFirst.size();
        assertTrue(first > 0 && first <= AT_MOST, "one call of the first");
        assertEquals(BODY, receivedByFirst.toString(US_ASCII) + received());
    }

    @Test
    void withoutOneTheBodyGoesToSystemOut(Easy easy) throws Exception {
        assertEquals(
                BODY,
                Console.printedBy(() -> easy.set(Option.URL, peer.url("/")).perform()));
    }

    @Test
    void aDuplicateOfAHandleWithoutOneWritesToSystemOutToo() throws Exception {
        try (Easy easy = new Easy();
                Easy copy = easy.set(Option.URL, peer.url("/")).duplicate()) {
            easy.close();
            assertEquals(BODY, Console.printedBy(copy::perform));
        }
    }

    @Test
    void itIsNotCalledForABodyThatIsEmpty() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(Option.URL, peer.url(EMPTY))
                    .set(WRITEFUNCTION, data -> lengths.add(data.length))
                    .perform();
        }
        assertEquals(List.of(), lengths);
    }
}
