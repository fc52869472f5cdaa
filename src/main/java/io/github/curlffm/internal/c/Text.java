package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_slist;
import io.github.curlffm.internal.lib.Libc;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts strings between Java and C, in one charset. Nothing is lost silently: a string that the charset cannot
 * encode is refused, and a byte that it cannot decode becomes a pair of noncharacters, which become that byte again.
 *
 * <p>Unicode reserves noncharacters for such internal use. Unpaired surrogates, which others use for this, also appear
 * when a string is cut within an emoji.
 */
public final class Text {

    /** The default charset. */
    public static final Text UTF_8 = new Text(StandardCharsets.UTF_8);

    private static final char REPLACED = '\ufffd';
    private static final char HIGH_NIBBLE = '\ufdd0';
    private static final char LOW_NIBBLE = '\ufde0';
    private static final char LAST_NONCHARACTER = '\ufdef';
    private static final int ASCII = 0x80;
    private static final int BYTE = 0xff;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE = 0xf;

    /** The number of bytes that a stateful encoder may add at the end. */
    private static final int END = 16;

    private final Charset charset;

    private Text(Charset charset) {
        this.charset = charset;
    }

    /** Makes the exception for a string that cannot go to libcurl. */
    @FunctionalInterface
    public interface Refusal {
        /**
         * {@return the exception}
         *
         * @param why what is wrong and where, as in {@code "has a line break or zero byte at index 5"}
         */
        RuntimeException because(String why);
    }

    /**
     * {@return strings in a charset}
     *
     * @throws IllegalArgumentException if the charset does not encode ASCII as ASCII, such as UTF-16: libcurl could not
     *     read it
     */
    public static Text in(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return UTF_8;
        }
        byte[] bytes = new byte[ASCII - 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        String ascii = new String(bytes, StandardCharsets.US_ASCII);
        if (!charset.canEncode()
                || !new String(bytes, charset).equals(ascii)
                || !new String(ascii.getBytes(charset), StandardCharsets.ISO_8859_1).equals(ascii)) {
            throw new IllegalArgumentException(
                    charset + " is not a charset for libcurl, in whose strings a byte below 128"
                            + " stands for the character of ASCII");
        }
        return new Text(charset);
    }

    /** {@return this for null, or else what decodes text in any charset, which libcurl may not be able to read} */
    public Text or(Charset other) {
        return other == null ? this : new Text(other);
    }

    /** {@return the charset} */
    public Charset charset() {
        return charset;
    }

    /** {@return a refusal by an {@link IllegalArgumentException} that shows the string and what it is} */
    public static Refusal refusal(String what, String text) {
        return why -> new IllegalArgumentException(what + " " + why + ": \"" + Shown.of(text) + "\"");
    }

    /** {@return the bytes of a text that is sent as data: noncharacters are encoded as themselves} */
    public byte[] data(String text, Refusal refusal) {
        byte[] bytes = text.getBytes(charset);
        if (new String(bytes, charset).equals(text)) {
            return bytes;
        }
        ByteArrayOutputStream careful = new ByteArrayOutputStream(bytes.length);
        encode(text, 0, text.length(), refusal, careful);
        return careful.toByteArray();
    }

    /**
     * {@return the bytes of a string, even of one that {@link #string(byte[])} made of bytes that it could not decode}
     */
    public byte[] bytes(String text, Refusal refusal) {
        return isWhole(text) ? data(text, refusal) : escaped(text, refusal);
    }

    /** {@return the bytes of a string}, which must not contain a zero byte, the end of a C string */
    public byte[] string(String text, Refusal refusal) {
        int zero = text.indexOf(0);
        if (zero >= 0) {
            throw refusal.because("has a zero byte at index " + zero);
        }
        return bytes(text, refusal);
    }

    /**
     * {@return the bytes of a string}, which must contain neither a zero byte nor a line break, which would add a line
     * to the protocol
     */
    public byte[] line(String text, Refusal refusal) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw refusal.because("has a line break or zero byte at index " + i);
            }
        }
        return bytes(text, refusal);
    }

    /**
     * {@return the bytes of strings, each read once and as {@link #line} does}
     *
     * @throws IllegalArgumentException if one is refused; the message has what they are, the string and the position
     */
    public List<byte[]> lines(String what, List<String> texts) {
        List<byte[]> lines = new ArrayList<>(); // not with the capacity texts.size(), which may be wrong
        for (String text : texts) {
            lines.add(line(text, refusal(what, text)));
        }
        return lines;
    }

    /** {@return the string of bytes} */
    public String string(byte[] bytes) {
        String text = new String(bytes, charset);
        return isWhole(text) && text.indexOf(REPLACED) < 0 ? text : escaped(bytes);
    }

    /** {@return a copy of a C string; null for a null pointer} */
    public String string(MemorySegment pointer) {
        return pointer.address() == 0 ? null : string(Libc.stringBytes(pointer));
    }

    /** {@return a copy of the C string at an address; null for 0} */
    public String string(long address) {
        return string(MemorySegment.ofAddress(address));
    }

    /** {@return copies of the strings of a {@code curl_slist}} */
    public List<String> strings(MemorySegment slist) {
        List<String> strings = new ArrayList<>();
        for (MemorySegment node = slist; node.address() != 0; ) {
            MemorySegment struct = C.struct(node, curl_slist.layout());
            strings.add(string(curl_slist.data(struct)));
            node = curl_slist.next(struct);
        }
        return strings;
    }

    private static boolean isWhole(String text) {
        return firstNoncharacter(text, 0) == text.length();
    }

    private static int firstNoncharacter(String text, int from) {
        int at = from;
        while (at < text.length() && !isNoncharacter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNoncharacter(char c) {
        return c >= HIGH_NIBBLE && c <= LAST_NONCHARACTER;
    }

    private byte[] escaped(String text, Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int from = 0; from < text.length(); ) {
            int at = firstNoncharacter(text, from);
            encode(text, from, at, refusal, bytes);
            if (at < text.length()) {
                bytes.write(escaped(text, at, refusal));
            }
            from = at + 2;
        }
        byte[] all = bytes.toByteArray();
        if (!string(all).equals(text)) { // together they are a character
            throw refusal.because("has noncharacters at index " + firstNoncharacter(text, 0));
        }
        return all;
    }

    private void encode(String text, int from, int to, Refusal refusal, ByteArrayOutputStream bytes) {
        CharsetEncoder encoder = charset.newEncoder();
        CharBuffer in = CharBuffer.wrap(text, from, to);
        ByteBuffer out = ByteBuffer.allocate((int) Math.ceil((to - from) * (double) encoder.maxBytesPerChar()) + END);
        CoderResult result = encoder.encode(in, out, true);
        if (result.isUnderflow()) {
            result = encoder.flush(out);
        }
        if (result.isMalformed()) {
            throw refusal.because("has half a character at index " + in.position());
        }
        if (!result.isUnderflow()) {
            throw refusal.because("has at index " + in.position() + " a character that " + charset + " does not have");
        }
        bytes.write(out.array(), 0, out.position());
    }

    private static int escaped(String text, int at, Refusal refusal) {
        int high = text.charAt(at) - HIGH_NIBBLE;
        int low = (at + 1 < text.length() ? text.charAt(at + 1) : 0) - LOW_NIBBLE;
        if (high < 0 || high > NIBBLE || low < 0 || low > NIBBLE) {
            throw refusal.because("has a noncharacter at index " + at);
        }
        int value = high << NIBBLE_BITS | low;
        if (value < ASCII) {
            throw refusal.because("has noncharacters at index " + at);
        }
        return value;
    }

    private String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + END);
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + END);
        while (true) {
            CoderResult result = decoder.decode(in, out.clear(), true);
            if (result.isUnderflow()) {
                result = decoder.flush(out);
            }
            append(out.flip(), text);
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                escape(in.get(), text);
            }
            decoder.reset();
        }
    }

    /** A received noncharacter must not be taken for an undecodable byte. */
    private void append(CharBuffer chars, StringBuilder text) {
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (isNoncharacter(c)) {
                for (byte one : String.valueOf(c).getBytes(charset)) {
                    escape(one, text);
                }
            } else {
                text.append(c);
            }
        }
    }

    /** An ASCII byte is itself: a charset must not take it for a part of a malformed sequence. */
    private static void escape(byte one, StringBuilder text) {
        int value = one & BYTE;
        if (value < ASCII) {
            text.append((char) value);
        } else {
            text.append((char) (HIGH_NIBBLE + (value >> NIBBLE_BITS))).append((char) (LOW_NIBBLE + (value & NIBBLE)));
        }
    }
}
