package io.github.curlffm.internal.c;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private static final long SEED = 20_260_822;

    private static byte[] bytes(Text text, String string) {
        return text.bytes(string, Text.refusal("it", string));
    }

    private static String refusal(Text text, String string) {
        return assertThrows(IllegalArgumentException.class, () -> bytes(text, string))
                .getMessage()
                .replaceFirst(": \".*", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "US-ASCII", "windows-1252", "KOI8-R", "GB18030"})
    void bytesComeBackAsTheyWere(String name) {
        Text text = Text.in(Charset.forName(name));
        Random random = new Random(SEED);
        byte[][] pieces = {
            {(byte) 0xef, (byte) 0xb7, (byte) 0x9f}, // U+FDDF
            {(byte) 0xef, (byte) 0xb7, (byte) 0xa9}, // U+FDE9
            {(byte) 0xef, (byte) 0xbf, (byte) 0xbd}, // U+FFFD
            {(byte) 0xed, (byte) 0xa0, (byte) 0xbd}, // a surrogate
            {(byte) 0xf0, (byte) 0x9f, (byte) 0x92, (byte) 0xa9},
            {(byte) 0xc3, (byte) 0xbc},
            {'a'}
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 9)];
            random.nextBytes(bytes);
            byte[] piece = pieces[random.nextInt(pieces.length)];
            if (random.nextBoolean()) {
                System.arraycopy(piece, 0, bytes, 0, Math.min(piece.length, bytes.length));
            }
            String string = text.string(bytes);
            if (name.equals("GB18030") && !isUnambiguous(bytes, string, text)) {
                continue;
            }
            assertArrayEquals(bytes, bytes(text, string), () -> string);
            assertTrue(string.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000), string);
        }
    }

    /** A charset that writes a character in two ways gives one of them back, and loses nothing either. */
    private static boolean isUnambiguous(byte[] bytes, String string, Text text) {
        try {
            return List.of(bytes).equals(List.of(bytes(text, string)));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void whatIsUtf8IsJustThat() {
        assertEquals("a\u00fc\ud83d\udca9\ufffd", Text.UTF_8.string("a\u00fc\ud83d\udca9\ufffd".getBytes(UTF_8)));
        assertArrayEquals("a\u00fc\ud83d\udca9\ufffd".getBytes(UTF_8), bytes(Text.UTF_8, "a\u00fc\ud83d\udca9\ufffd"));
    }

    @Test
    void aByteBecomesAPairOfNoncharacters() {
        assertEquals("a\ufddf\ufdecb", Text.UTF_8.string(new byte[] {'a', (byte) 0xfc, 'b'}));
    }

    @Test
    void halfACharacterIsRefused() {
        assertEquals("it has half a character at index 1", refusal(Text.UTF_8, "a\ud83d"));
        assertEquals("it has half a character at index 3", refusal(Text.UTF_8, "\ufddf\ufdeca\udca9b"));
    }

    @Test
    void anotherCharsetsCharacterIsRefused() {
        assertEquals(
                "it has at index 1 a character that ISO-8859-1 does not have",
                refusal(Text.in(ISO_8859_1), "\u00fc\u20ac"));
    }

    @Test
    void noncharactersThatStandForNoByteAreRefused() {
        assertEquals("it has a noncharacter at index 1", refusal(Text.UTF_8, "a\ufddf"));
        assertEquals("it has a noncharacter at index 1", refusal(Text.UTF_8, "a\ufddfb"));
        assertEquals("it has a noncharacter at index 0", refusal(Text.UTF_8, "\ufde9\ufdda"));
        assertEquals("it has noncharacters at index 0", refusal(Text.UTF_8, "\ufdd0\ufdea"), "a line feed");
        assertEquals("it has noncharacters at index 1", refusal(Text.UTF_8, "a\ufddc\ufde3\ufddb\ufdec"), "an \u00fc");
    }

    @Test
    void dataMayHaveAllCharacters() {
        String string = "\ufddf\ufdec\ufdd0\0\n";
        assertArrayEquals(string.getBytes(UTF_8), Text.UTF_8.data(string, Text.refusal("it", string)));
    }

    @Test
    void aListIsReadOnce() {
        List<String> list = new java.util.AbstractList<>() {
            private int times;

            @Override
            public String get(int index) {
                return times++ == 0 ? "a" : "b\r\nc";
            }

            @Override
            public int size() {
                return times == 0 ? 1 : 1;
            }
        };
        List<byte[]> lines = Text.UTF_8.lines("it", list);
        assertArrayEquals(new byte[] {'a'}, lines.getFirst());
    }

    @Test
    void utf8IsMadeOnce() {
        assertSame(Text.UTF_8, Text.in(StandardCharsets.UTF_8));
    }

    @Test
    void pathsAreBytes() {
        for (String name : List.of("/tmp/a", "/tmp/%FC%C3%BC/x%25", "/")) {
            Path path = Path.of(URI.create("file://" + name));
            assertEquals(path, FileName.of(FileName.bytes(path)));
        }
        assertEquals(Path.of("a/b"), FileName.of("a/b".getBytes(ISO_8859_1)));
        Path relative = FileName.of("a/\u00fc".getBytes(ISO_8859_1));
        assertEquals(Path.of("").toAbsolutePath().resolve(relative), FileName.of(FileName.bytes(relative)));
    }
}
