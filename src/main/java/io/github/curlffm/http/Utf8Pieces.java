package io.github.curlffm.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes a text that comes in pieces, which may end within a character. */
final class Utf8Pieces {

    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is wrong
    private byte[] left = {};

    /**
     * {@return the text of a piece, without a character that goes on in the next one}
     *
     * @param isLast whether there is no next one
     */
    String decode(byte[] piece, boolean isLast) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(left.length + piece.length);
        bytes.put(left).put(piece).flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + LONGEST_CHARACTER);
        CoderResult result = decoder.decode(bytes, text, isLast);
        if (result.isError()) {
            result.throwException();
        }
        left = new byte[bytes.remaining()];
        bytes.get(left);
        if (isLast) {
            decoder.reset();
            left = new byte[0];
        }
        return text.flip().toString();
    }
}
