package io.github.curlffm;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Core;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.MultiUpcalls;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.MultiOption;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one multi: how a Java value is passed to libcurl, and how its callbacks find Java handles. */
final class MultiOptions {

    private final Core core;
    private final MemorySegment self;
    private final Set<CallbackKind> installed = EnumSet.noneOf(CallbackKind.class);
    private final Map<Long, OnSocket> onSockets = new HashMap<>();
    private long lastAttachment;

    /**
     * The object that is attached to a socket. libcurl keeps the id, and drops it with the socket, whose number may be
     * reused.
     */
    private record OnSocket(long id, Object object) {}

    MultiOptions(Core core) {
        this.core = core;
        this.self = core.multi().pointer();
    }

    /** {@return the code of {@code curl_multi_assign}} */
    int assign(long socket, Object attachment) {
        long id = attachment == null ? 0 : ++lastAttachment;
        int code = curl_ffm_h.curl_multi_assign(self, Sockets.descriptor(socket), MemorySegment.ofAddress(id));
        if (code == 0) {
            onSockets.put(socket, new OnSocket(id, attachment));
        }
        return code;
    }

    /** Sets what every multi begins with. */
    void setDefaults() {
        if (Library.isAtLeast("8.20.0")) {
            set(MultiOption.QUICK_EXIT, true);
        }
    }

    /** Called after the end of the C multi: a reference to the closed multi no longer keeps the attached objects. */
    void forget() {
        onSockets.clear();
    }

    void set(MultiOption<?> key, Object value) {
        OptionRow option = Rows.of(key);
        Rows.requireType(option, value);
        switch (option.kind()) {
            case LONG -> setNumber(option, value, (Long) value);
            case FLAG -> setNumber(option, value, (Boolean) value ? 1 : 0);
            case MASK -> setNumber(option, value, Rows.bits(option, (Set<?>) value));
            case OFF_T -> check(option, value, Setopt.multiOffset(self, option.number(), (Long) value));
            case FUNCTION -> setFunction(option, value);
            default -> throw new AssertionError(option + " has the kind " + option.kind());
        }
    }

    void unset(MultiOption<?> key) {
        OptionRow option = Rows.of(key);
        switch (option.kind()) {
            case FUNCTION -> {
                CallbackKind kind = CallbackKind.byMultiFunctionId(option.number());
                core.state().callback(kind, null);
                if (!core.gate().isNested()) { // libcurl refuses that; without a lambda the stub does nothing
                    setPointer(option, EasySetopt.DEFAULT, MemorySegment.NULL);
                    installed.remove(kind);
                }
            }
            case OFF_T ->
                check(option, EasySetopt.DEFAULT, Setopt.multiOffset(self, option.number(), option.defaultNumber()));
            default -> setNumber(option, EasySetopt.DEFAULT, option.defaultNumber());
        }
    }

    private void setNumber(OptionRow option, Object value, long number) {
        check(option, value, Setopt.multiLong(self, option.number(), number));
    }

    private void setPointer(OptionRow option, Object value, MemorySegment pointer) {
        check(option, value, Setopt.multiPointer(self, option.number(), pointer));
    }

    private void setFunction(OptionRow option, Object callback) {
        CallbackKind kind = CallbackKind.byMultiFunctionId(option.number());
        if (kind == CallbackKind.MULTI_PUSH) {
            refuseToCrash(option);
            core.members().forEach(member -> MultiHandle.easy(member).options.refuseToDuplicate("a pushed stream"));
            core.streams().pushing();
        }
        if (!installed.contains(kind)) {
            check(
                    option,
                    "a callback",
                    Setopt.multiPointer(self, kind.dataId(), core.state().userdata()));
            setPointer(option, "a callback", Stubs.of(kind));
            installed.add(kind);
        }
        core.state().callback(kind, adapted(kind, callback));
    }

    /** These versions have no buffer for the answer of a stream that was accepted. */
    private static void refuseToCrash(OptionRow option) {
        VersionInfo libcurl = VersionInfo.current();
        if (libcurl.isAtLeast("7.88.0") && !libcurl.isAtLeast("8.1.0")) {
            throw new UnsupportedOperationException(option + ": libcurl " + libcurl.version()
                    + " would crash with the first stream that is accepted, as all from 7.88.0 to 8.0.1 do");
        }
    }

    /** The kind decides how a lambda is used: one object may implement several interfaces. */
    private Object adapted(CallbackKind kind, Object callback) {
        return switch (kind) {
            case MULTI_SOCKET ->
                (MultiUpcalls.Socket) (easy, descriptor, what, id) ->
                        socket((SocketCallback) callback, easy(easy), descriptor, what, id);
            case MULTI_PUSH ->
                (MultiUpcalls.Push)
                        (parent, pushed, lines) -> push((PushCallback) callback, easy(parent), pushed, lines);
            case MULTI_NOTIFY ->
                (MultiUpcalls.Notify) (notification, easy) ->
                        core.notifying(() -> ((NotifyCallback) callback).notify(notification, easy(easy)));
            default -> callback;
        };
    }

    private Easy easy(long handle) {
        return MultiHandle.easy(core.member(handle));
    }

    private void socket(SocketCallback socket, Easy easy, long descriptor, SocketCallback.Poll what, long id)
            throws Exception {
        OnSocket onSocket = onSockets.get(descriptor);
        try {
            socket.socket(easy, descriptor, what, onSocket != null && onSocket.id == id ? onSocket.object : null);
        } finally {
            if (what == SocketCallback.Poll.REMOVE) {
                onSockets.remove(descriptor);
            }
        }
    }

    /** The multi owns the pushed handle before the lambda gets it. libcurl owns it again if the lambda refuses. */
    private PushCallback.Result push(PushCallback push, Easy parent, MemorySegment handle, List<byte[]> lines)
            throws Exception {
        PushHeaders headers =
                new PushHeaders(lines.stream().map(parent.state.text()::string).toList());
        Easy pushed = parent.pushed(handle);
        PushCallback.Result result = null;
        try {
            result = push.push(parent, pushed, headers);
            return result;
        } finally {
            if (result == PushCallback.Result.OK) {
                pushed.accept();
            } else {
                pushed.abandon();
            }
        }
    }

    private static void check(OptionRow option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refused(option, value, code);
        }
    }
}
