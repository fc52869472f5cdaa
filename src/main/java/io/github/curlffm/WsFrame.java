package io.github.curlffm;

import io.github.curlffm.option.WsFlag;
import java.util.Set;

/**
 * The frame that a piece of WebSocket data belongs to.
 *
 * @param flags what the frame is
 * @param offset where in the frame the piece begins
 * @param bytesLeft how many bytes of the frame come after the piece
 * @param length how long the piece is; with a libcurl before 7.88.0, which does not tell, -1
 */
public record WsFrame(Set<WsFlag> flags, long offset, long bytesLeft, long length) {

    /**
     * {@return whether the frame is this}
     *
     * @param flag what
     */
    public boolean is(WsFlag flag) {
        return flags.contains(flag);
    }
}
