package io.github.curlffm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.callback.WriteCallback;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That all bytes are there, whatever the server announces. */
class BodyBytesTest {

    private static final int PIECE = 16_384;

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 100, 100_000, 2_000_000, 3_000_000, 2_000_000_000})
    void whatIsAnnouncedDoesNotMatter(long announced) {
        BodyBytes bytes = new BodyBytes(() -> announced);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Random random = new Random(announced);
        while (all.size() < 2_500_000) {
            byte[] some = new byte[random.nextInt(PIECE + 1)];
            random.nextBytes(some);
            assertEquals(some.length, bytes.body(MemorySegment.ofArray(some)));
            all.writeBytes(some);
        }
        assertArrayEquals(all.toByteArray(), bytes.toByteArray());
        assertFalse(bytes.isTooLong());
    }

    @ParameterizedTest
    @CsvSource({"100,-1", "100,50", "16384,-1", "20000,20000", "20000,1000000"})
    void thereAreNoMoreThanTheMost(int most, long announced) {
        BodyBytes bytes = new BodyBytes(() -> announced, most);
        int taken = 0;
        long count = 0;
        while (count >= 0 && count != WriteCallback.ERROR) {
            taken += (int) count;
            count = bytes.body(MemorySegment.ofArray(new byte[50]));
        }
        assertTrue(bytes.isTooLong());
        assertEquals(announced > most ? 0 : most / 50 * 50, taken);
        assertTrue(bytes.tooLong().getMessage().contains("longer than " + most + " bytes"));
    }
}
