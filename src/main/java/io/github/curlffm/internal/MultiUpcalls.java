package io.github.curlffm.internal;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.SocketCallback;
import java.lang.foreign.MemorySegment;

/** What the stubs of a multi hand over: C handles, for the multi to find its Java handles by. */
public final class MultiUpcalls {

    private MultiUpcalls() {}

    /** The multi's side of {@link SocketCallback}. */
    @FunctionalInterface
    public interface Socket {
        /** Takes what the stub was given; the id is 0 for a socket that nothing was attached to. */
        void socket(MemorySegment easy, long socket, SocketCallback.Poll what, long attachmentId) throws Exception;
    }

    /** The multi's side of {@link PushCallback}. */
    @FunctionalInterface
    public interface Push {
        /** Takes what the stub was given. */
        PushCallback.Result push(MemorySegment parent, MemorySegment pushed, PushHeaders headers) throws Exception;
    }

    /** The multi's side of {@link NotifyCallback}. */
    @FunctionalInterface
    public interface Notify {
        /** Takes what the stub was given. */
        void notify(NotifyCallback.Notification notification, MemorySegment easy) throws Exception;
    }
}
