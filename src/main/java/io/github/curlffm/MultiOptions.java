package io.github.curlffm;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.MultiUpcalls;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.MultiOption;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The options of one multi: how a Java value travels to libcurl, and how its callbacks find Java handles. */
final class MultiOptions {

    private final Multi multi;
    private final MemorySegment self;
    private final Set<CallbackKind> installed = EnumSet.noneOf(CallbackKind.class);
    private final Map<Long, Attached> attachments = new HashMap<>();
    private long lastAttachment;

    /** What a socket has; libcurl keeps the id, and forgets it with the socket: its number may come back. */
    private record Attached(long id, Object object) {}

    MultiOptions(Multi multi, MemorySegment self) {
        this.multi = multi;
        this.self = self;
    }

    /** {@return the code of {@code curl_multi_assign}} */
    int assign(long socket, Object attachment) {
        long id = attachment == null ? 0 : ++lastAttachment;
        int code = curl_ffm_h.curl_multi_assign(self, Sockets.descriptor(socket), MemorySegment.ofAddress(id));
        if (code == 0) {
            attachments.put(socket, new Attached(id, attachment));
        }
        return code;
    }

    void set(MultiOption<?> option, Object value) {
        switch (option.kind()) {
            case LONG -> setNumber(option, value, (Long) value);
            case FLAG -> setNumber(option, value, (Boolean) value ? 1 : 0);
            case MASK -> setNumber(option, value, EasyOptions.bits(option, (Set<?>) value));
            case OFF_T -> check(option, value, Setopt.multiOffset(self, option.id(), (Long) value));
            case FUNCTION -> setFunction(option, value);
            default -> throw new AssertionError(option + " has the kind " + option.kind());
        }
    }

    void unset(MultiOption<?> option) {
        switch (option.kind()) {
            case FUNCTION -> {
                CallbackKind kind = CallbackKind.byMultiFunctionId(option.id());
                multi.state.callback(kind, null);
                if (!multi.gate.isNested()) { // which libcurl refuses; the stub alone does as little as no function
                    setPointer(option, "its default", MemorySegment.NULL);
                    installed.remove(kind);
                }
            }
            case OFF_T -> check(option, "its default", Setopt.multiOffset(self, option.id(), option.defaultNumber()));
            default -> setNumber(option, "its default", option.defaultNumber());
        }
    }

    private void setNumber(MultiOption<?> option, Object value, long number) {
        check(option, value, Setopt.multiLong(self, option.id(), number));
    }

    private void setPointer(MultiOption<?> option, Object value, MemorySegment pointer) {
        check(option, value, Setopt.multiPointer(self, option.id(), pointer));
    }

    private void setFunction(MultiOption<?> option, Object callback) {
        CallbackKind kind = CallbackKind.byMultiFunctionId(option.id());
        if (kind == CallbackKind.MULTI_PUSH) {
            refuseToCrash(option);
        }
        if (!installed.contains(kind)) {
            check(option, "a callback", Setopt.multiPointer(self, kind.dataId(), multi.state.userdata()));
            setPointer(option, "a callback", Stubs.of(kind));
            installed.add(kind);
        }
        multi.state.callback(kind, adapted(kind, callback));
    }

    /** These versions have no buffer for the answer of a stream that was accepted. */
    private static void refuseToCrash(MultiOption<?> option) {
        VersionInfo libcurl = VersionInfo.current();
        if (libcurl.isAtLeast("7.88.0") && !libcurl.isAtLeast("8.1.0")) {
            throw new UnsupportedOperationException(option + ": libcurl " + libcurl.version()
                    + " would crash with the first stream that is accepted, as all from 7.88.0 to 8.0.1 do");
        }
    }

    /** The kind decides what a lambda is taken for: one object may be of several. */
    private Object adapted(CallbackKind kind, Object callback) {
        return switch (kind) {
            case MULTI_SOCKET ->
                (MultiUpcalls.Socket) (easy, descriptor, what, id) ->
                        socket((SocketCallback) callback, multi.easy(easy), descriptor, what, id);
            case MULTI_PUSH ->
                (MultiUpcalls.Push)
                        (parent, pushed, headers) -> push((PushCallback) callback, multi.easy(parent), pushed, headers);
            case MULTI_NOTIFY ->
                (MultiUpcalls.Notify) (notification, easy) ->
                        multi.notifying(() -> ((NotifyCallback) callback).notify(notification, multi.easy(easy)));
            default -> callback;
        };
    }

    private void socket(SocketCallback socket, Easy easy, long descriptor, SocketCallback.Poll what, long id)
            throws Exception {
        Attached attached = attachments.get(descriptor);
        try {
            socket.socket(easy, descriptor, what, attached != null && attached.id == id ? attached.object : null);
        } finally {
            if (what == SocketCallback.Poll.REMOVE) {
                attachments.remove(descriptor);
            }
        }
    }

    /** The pushed handle is the multi's before the lambda sees it, and libcurl's again if the lambda does not want it. */
    private PushCallback.Result push(PushCallback push, Easy parent, MemorySegment handle, PushHeaders headers)
            throws Exception {
        Easy pushed = parent.pushed(handle);
        PushCallback.Result result = null;
        try {
            result = push.push(parent, pushed, headers);
            return result;
        } finally {
            if (result == PushCallback.Result.OK) {
                multi.joined(pushed);
            } else {
                pushed.abandon();
            }
        }
    }

    private static void check(MultiOption<?> option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refusedByMulti(option, value, code);
        }
    }
}
