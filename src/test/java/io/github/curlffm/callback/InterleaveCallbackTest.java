package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.INTERLEAVEFUNCTION;
import static io.github.curlffm.option.Option.RTSP_REQUEST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.RtspRequest;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RtspTransfers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INTERLEAVEFUNCTION: the RTP packets that come between the answers of an RTSP server. */
class InterleaveCallbackTest extends RtspTransfers implements RepeatedCallbackContract<WriteCallback> {

    private final List<byte[]> packets = new ArrayList<>();

    @Override
    public Option<WriteCallback> option() {
        return INTERLEAVEFUNCTION;
    }

    @Override
    public WriteCallback harmless(Action action) {
        return packet -> {
            action.run();
            return packet.length;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.WRITE_ERROR;
    }

    @Override
    public void prepare(Easy easy) throws Exception {
        session(easy);
    }

    /** Newer libcurls take packets only for the handle that has set the session up. */
    private static void needsAnySession() {
        Needs.olderLibcurl("8.14.1");
    }

    @Override
    @Test
    public void aDuplicateKeepsItAlsoAfterTheOriginalIsClosed(Easy original) throws Exception {
        needsAnySession();
        RepeatedCallbackContract.super.aDuplicateKeepsItAlsoAfterTheOriginalIsClosed(original);
    }

    @Override
    @Test
    public void aDuplicateAndItsOriginalChangeItEachForItself(Easy original) throws Exception {
        needsAnySession();
        RepeatedCallbackContract.super.aDuplicateAndItsOriginalChangeItEachForItself(original);
    }

    private void assertPackets(byte[]... expected) {
        assertEquals(expected.length, packets.size());
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], packets.get(i), "packet " + i);
        }
    }

    @Test
    void eachPacketArrivesWholeWithItsHeader() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, packets::add).perform();
        }
        assertPackets(FIRST, SECOND, THIRD);
        assertEquals(0, body.size(), "WRITEFUNCTION gets nothing of it");
    }

    @Test
    void receiveReadsPacketsThatComeUnasked() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.perform();
            easy.set(RTSP_REQUEST, RtspRequest.RECEIVE).set(INTERLEAVEFUNCTION, packets::add);
            script.send(SECOND, THIRD, FIRST);
            while (packets.size() < 3) {
                easy.perform();
            }
        }
        assertPackets(SECOND, THIRD, FIRST);
        assertEquals(2, script.requests().size(), "RECEIVE is no request");
    }

    @Test
    void theCountOfAllItsBytesGoesOn() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, WriteCallback.counted(packet -> {
                        packets.add(packet);
                        return packet.length;
                    }))
                    .perform();
        }
        assertPackets(FIRST, SECOND, THIRD);
    }

    /** Unlike for a body, PAUSE is refused. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 6, 8, -1, WriteCallback.ERROR, WriteCallback.PAUSE})
    void anyOtherCountIsWriteError(long count) throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, WriteCallback.counted(packet -> {
                packets.add(packet);
                return count;
            }));
            assertEquals(
                    CurlCode.WRITE_ERROR,
                    assertThrows(CurlException.class, easy::perform).code());
        }
        assertPackets(FIRST);
    }

    @Test
    void aViewSeesThePacketWithoutACopyWhileTheCallLasts() throws IOException {
        List<ByteBuffer> kept = new ArrayList<>();
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, WriteCallback.view(view -> {
                        assertTrue(view.isDirect() && view.isReadOnly());
                        kept.add(view);
                        byte[] packet = new byte[view.remaining()];
                        view.get(packet);
                        packets.add(packet);
                        return packet.length;
                    }))
                    .perform();
        }
        assertPackets(FIRST, SECOND, THIRD);
        assertThrows(IllegalStateException.class, () -> kept.getFirst().get(0));
    }

    @Test
    void aViewThatReturnsNothingTakesAll() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, WriteCallback.viewAll(view -> packets.add(new byte[view.remaining()])))
                    .perform();
        }
        assertEquals(
                List.of(FIRST.length, SECOND.length, THIRD.length),
                packets.stream().map(packet -> packet.length).toList());
    }

    @Test
    void unsetHandsThePacketsToWriteAsLibcurlDoes() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, packets::add).unset(INTERLEAVEFUNCTION).perform();
        }
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(FIRST);
        expected.writeBytes(SECOND);
        expected.writeBytes(THIRD);
        assertArrayEquals(expected.toByteArray(), body.toByteArray());
        assertPackets();
    }

    @Test
    void canBeReplacedFromInsideItself() throws IOException {
        try (Easy easy = session(new Easy())) {
            easy.set(INTERLEAVEFUNCTION, packet -> {
                        easy.set(INTERLEAVEFUNCTION, packets::add);
                    })
                    .perform();
        }
        assertPackets(SECOND, THIRD);
    }
}
