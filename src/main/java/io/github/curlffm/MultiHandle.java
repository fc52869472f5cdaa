package io.github.curlffm;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.internal.c.MessageStruct;
import io.github.curlffm.internal.c.WaitFdStruct;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.CMulti;
import io.github.curlffm.internal.handle.Core;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.poll.ManySockets;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MultiUpcalls;
import io.github.curlffm.internal.upcall.ShareState;
import io.github.curlffm.option.Constant;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** How a multi calls libcurl, and how codes and the exceptions of callbacks become exceptions of its methods. */
abstract sealed class MultiHandle extends Handle permits SettableMulti {

    private static final Duration FOREVER = Duration.ofMillis(Integer.MAX_VALUE);

    final Core core;
    final MultiOptions options;
    final Object wakeupLock = new Object();

    /** What a call of {@link #readMessages} had read before it failed. */
    private List<Message> unread = new ArrayList<>(0);

    MultiHandle(Core core) {
        super(core.own(MultiHandle::cleanup));
        this.core = core;
        core.owner(this);
        this.options = new MultiOptions(core);
        options.setDefaults();
    }

    @Override
    final void refuseInTheMiddle() {
        if (ShareState.isLockedHere()) {
            for (EasyState member : core.members()) {
                easy(member).refuseInTheMiddle();
            }
        }
    }

    static Core newCore() {
        Library.initialize();
        return Core.ofMulti(made(curl_ffm_h.curl_multi_init(), "curl_multi_init"));
    }

    private static void cleanup(MemorySegment multi) {
        int code = curl_ffm_h.curl_multi_cleanup(multi);
        if (code != 0) {
            throw new UncheckedIOException(new CurlMultiException("curl_multi_cleanup", code));
        }
    }

    @Override
    final Gate gate() {
        return core.gate();
    }

    final void whileOpen(Runnable action) {
        try (Use _ = enter()) {
            action.run();
        }
    }

    final void addHandle(Easy easy) throws CurlMultiException {
        String function = "curl_multi_add_handle";
        try (Use use = enterDeep()) {
            refuseRecursion(function);
            try (Use own = easy.enter()) {
                if (easy.isInMulti()) {
                    throw CurlMultiException.addedAlready(function);
                }
                if (own.isNested()) { // its gate would change under the call that is running
                    throw new CurlMultiException(function, CurlMultiCode.RECURSIVE_API_CALL.number());
                }
                easy.refuseWhileStreaming("add()");
                if (core.streams().isPushing()) {
                    easy.options.refuseToDuplicate("a pushed stream");
                }
                easy.resources.clearErrorMessage();
                boolean joined = false;
                try {
                    easy.endPrivateMulti();
                    easy.options.beforeTransfer();
                    int code = core.add(easy.pointer());
                    if (code == 0) {
                        easy.join(core);
                        joined = true;
                        if (core.state().pending().has() && !use.isNested()) {
                            code = easy.leave();
                        }
                    }
                    finish(function, code);
                } finally {
                    if (!joined) {
                        easy.options.afterTransfer();
                    }
                }
            }
        }
    }

    final void refuseRecursion(String function) throws CurlMultiException {
        if (core.isInCallback()) {
            throw new CurlMultiException(function, CurlMultiCode.RECURSIVE_API_CALL.number());
        }
    }

    static int milliseconds(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the time to wait is " + timeout + "; it is zero or more");
        }
        return timeout.compareTo(FOREVER) < 0 ? (int) timeout.plusNanos(999_999).toMillis() : Integer.MAX_VALUE;
    }

    final int waiting(String function, WaitFd[] users, ToIntFunction<MemorySegment> call) throws CurlMultiException {
        WaitFd[] others = users.clone(); // which another thread may change
        if (others.length == 0) {
            return counted(function, () -> call.applyAsInt(MemorySegment.NULL));
        }
        boolean elsewhere = Thread.currentThread().isVirtual(); // then another thread waits
        try (Arena arena = elsewhere ? Arena.ofShared() : Arena.ofConfined()) {
            MemorySegment fds = structs(others, arena);
            int ready = counted(function, () -> call.applyAsInt(fds));
            for (int i = 0; i < others.length; i++) {
                others[i].happened(WaitFdStruct.happened(fds, i));
            }
            return ready;
        }
    }

    private static MemorySegment structs(WaitFd[] others, Arena arena) {
        MemorySegment fds = WaitFdStruct.array(others.length, arena);
        for (int i = 0; i < others.length; i++) {
            WaitFd other = Objects.requireNonNull(others[i], "a descriptor to wait for");
            WaitFdStruct.set(fds, i, (int) other.fd(), (int) Constant.bits(other.events()));
        }
        return fds;
    }

    final int counted(String function, IntSupplier call) throws CurlMultiException {
        try (Use _ = enterOutsideCallbacks(function)) {
            finish(function, call.getAsInt());
            return core.multi().count();
        }
    }

    /** From now on libcurl says what it wants to know of its sockets, after {@link #performAll} for the first time. */
    final void tell(ManySockets sockets) {
        whileOpen(() -> {
            core.multi().tell(CallbackKind.MULTI_SOCKET, (MultiUpcalls.Socket)
                    (easy, socket, what, id) -> sockets.watch((int) socket, what));
            core.multi().tell(CallbackKind.MULTI_TIMER, (TimerCallback) sockets::timer);
        });
    }

    /** Does what can be done now for the sockets that are ready. */
    final void perform(ManySockets sockets) throws CurlMultiException {
        CMulti multi = core.multi();
        counted(
                "curl_multi_socket_action",
                () -> sockets.act((socket, events) -> core.call(() -> multi.socketAction(socket, events))));
    }

    /** Does what can be done now, and lets libcurl say of all sockets what it wants to know of them. */
    final void performAll() throws CurlMultiException {
        counted("curl_multi_socket_all", () -> core.call(core.multi()::socketAll));
    }

    final List<Message> readMessages() {
        try (Use _ = enter()) {
            CMulti multi = core.multi();
            for (long next; (next = multi.nextMessage()) != 0; multi.toldMessage()) {
                EasyState done = core.member(MessageStruct.easy(next));
                if (MessageStruct.isDone(next) && done != null) {
                    readMessage(easy(done), MessageStruct.result(next));
                }
            }
            List<Message> messages = unread.isEmpty() ? List.of() : unread;
            unread = unread.isEmpty() ? unread : new ArrayList<>(0);
            return messages;
        }
    }

    private void readMessage(Easy done, int code) {
        unread.add(new Message(done, done.failure(code)));
        done.options.afterTransfer();
        done.state.over();
    }

    /** {@return the Java handle of a member, or null for null} */
    static Easy easy(EasyState member) {
        return member == null ? null : (Easy) member.owner();
    }

    final List<WaitFd> readWaitfds() throws CurlMultiException {
        try (Use _ = enterOutsideCallbacks("curl_multi_waitfds");
                Arena arena = Arena.ofConfined()) {
            finish("curl_multi_waitfds", core.multi().waitfds(MemorySegment.NULL, 0));
            int size = core.multi().count();
            MemorySegment fds = WaitFdStruct.array(Math.max(1, size), arena);
            finish("curl_multi_waitfds", core.multi().waitfds(fds, size));
            List<WaitFd> list = new ArrayList<>();
            for (int i = 0; i < Math.min(size, core.multi().count()); i++) {
                list.add(WaitFd.of(WaitFdStruct.fd(fds, i), WaitFdStruct.events(fds, i)));
            }
            return list;
        }
    }

    @FunctionalInterface
    interface Switch {
        int call(MemorySegment multi, int notification);
    }

    final void switched(String function, Switch call, Notification notification) throws CurlMultiException {
        try (Use _ = enter()) {
            finish(function, call.call(pointer(), (int) notification.number()));
        }
    }

    final void endAll() throws CurlMultiException {
        int failed = 0;
        for (EasyState member : core.members()) {
            int code = easy(member).leave();
            failed = failed == 0 ? code : failed;
        }
        synchronized (wakeupLock) { // who wakes it up sees it closed, or is done before it goes
            end();
        }
        release();
        options.forget();
        finish("curl_multi_cleanup", failed);
    }

    /**
     * An exception of a callback of the multi is thrown by the outermost call, not by a call that the callback makes.
     */
    final void finish(String function, int code) throws CurlMultiException {
        Throwable thrown = gate().isNested() ? null : core.state().pending().take();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new CurlMultiException(function, code, thrown);
        }
        if (code != 0) {
            throw new CurlMultiException(function, code);
        }
    }
}
