package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The callbacks of a multi: converts libcurl's arguments to Java values. C handles are not converted: the multi finds
 * its Java handles by them.
 */
public final class MultiUpcalls {

    private static final SocketCallback.Poll[] POLLS = SocketCallback.Poll.values();
    private static final NotifyCallback.Notification[] NOTIFICATIONS = NotifyCallback.Notification.values();

    private MultiUpcalls() {}

    /** The multi's side of {@link SocketCallback}. */
    @FunctionalInterface
    public interface Socket {
        /** Called with libcurl's arguments; the id is 0 for a socket without an attached object. */
        void socket(long easy, long socket, SocketCallback.Poll what, long attachmentId) throws Exception;
    }

    /** The multi's side of {@link PushCallback}. */
    @FunctionalInterface
    public interface Push {
        /** Called with libcurl's arguments; the lines of the headers are in the parent's charset. */
        PushCallback.Result push(long parent, MemorySegment pushed, List<byte[]> headers) throws Exception;
    }

    /** The multi's side of {@link NotifyCallback}. */
    @FunctionalInterface
    public interface Notify {
        /** Called with libcurl's arguments. */
        void notify(NotifyCallback.Notification notification, long easy) throws Exception;
    }

    static long call(CallbackKind kind, Object callback, long a, long b, long c, long d) throws Exception {
        return switch (kind) {
            case MULTI_SOCKET -> {
                ((Socket) callback).socket(a, b, POLLS[(int) c], d);
                yield kind.absent;
            }
            case MULTI_TIMER -> {
                ((TimerCallback) callback).timer(a);
                yield kind.absent;
            }
            case MULTI_PUSH -> push((Push) callback, a, b, c, MemorySegment.ofAddress(d));
            case MULTI_NOTIFY -> {
                if (a < NOTIFICATIONS.length) {
                    ((Notify) callback).notify(NOTIFICATIONS[(int) a], b);
                }
                yield kind.absent;
            }
            default -> throw new AssertionError(kind);
        };
    }

    private static long push(Push callback, long parent, long pushed, long count, MemorySegment headers)
            throws Exception {
        List<byte[]> lines = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            lines.add(Libc.stringBytes(curl_ffm_h.curl_pushheader_bynum(headers, i)));
        }
        PushCallback.Result result = callback.push(parent, MemorySegment.ofAddress(pushed), lines);
        return (result == null ? PushCallback.Result.DENY : result).ordinal();
    }
}
