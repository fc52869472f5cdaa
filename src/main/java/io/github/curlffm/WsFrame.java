package io.github.curlffm;

import io.github.curlffm.option.WsFlag;
import java.util.Set;

/**
 * The frame that a piece of WebSocket data belongs to.
 *
 * @param flags the kind of the frame
 * @param offset the position of this piece in the frame, in bytes
 * @param bytesLeft the number of bytes of the frame that come after this piece
 * @param length the length of this piece in bytes; -1 with libcurl before 7.88.0, which does not report it
 */
public record WsFrame(Set<WsFlag> flags, long offset, long bytesLeft, long length) {

    /**
     * {@return whether the frame has a flag}
     *
     * @param flag the flag
     */
    public boolean is(WsFlag flag) {
        return flags.contains(flag);
    }
}
