package io.github.curlffm.internal;

import io.github.curlffm.CurlCode;
import io.github.curlffm.callback.ChunkBgnCallback;
import io.github.curlffm.callback.ChunkEndCallback;
import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.DebugCallback;
import io.github.curlffm.callback.FnmatchCallback;
import io.github.curlffm.callback.HstsEntry;
import io.github.curlffm.callback.HstsReadCallback;
import io.github.curlffm.callback.HstsWriteCallback;
import io.github.curlffm.callback.IoctlCallback;
import io.github.curlffm.callback.KnownHostKey;
import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.ResolverStartCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.SocketPurpose;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.SshHostKeyCallback;
import io.github.curlffm.callback.SshKeyCallback;
import io.github.curlffm.callback.SslCtxCallback;
import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.callback.TrailerCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.ffi.curl_calloc_callback;
import io.github.curlffm.internal.ffi.curl_chunk_bgn_callback;
import io.github.curlffm.internal.ffi.curl_chunk_end_callback;
import io.github.curlffm.internal.ffi.curl_closesocket_callback;
import io.github.curlffm.internal.ffi.curl_debug_callback;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_fnmatch_callback;
import io.github.curlffm.internal.ffi.curl_free_callback;
import io.github.curlffm.internal.ffi.curl_hstsread_callback;
import io.github.curlffm.internal.ffi.curl_hstswrite_callback;
import io.github.curlffm.internal.ffi.curl_ioctl_callback;
import io.github.curlffm.internal.ffi.curl_lock_function;
import io.github.curlffm.internal.ffi.curl_malloc_callback;
import io.github.curlffm.internal.ffi.curl_multi_timer_callback;
import io.github.curlffm.internal.ffi.curl_notify_callback;
import io.github.curlffm.internal.ffi.curl_opensocket_callback;
import io.github.curlffm.internal.ffi.curl_prereq_callback;
import io.github.curlffm.internal.ffi.curl_progress_callback;
import io.github.curlffm.internal.ffi.curl_push_callback;
import io.github.curlffm.internal.ffi.curl_read_callback;
import io.github.curlffm.internal.ffi.curl_realloc_callback;
import io.github.curlffm.internal.ffi.curl_resolver_start_callback;
import io.github.curlffm.internal.ffi.curl_seek_callback;
import io.github.curlffm.internal.ffi.curl_socket_callback;
import io.github.curlffm.internal.ffi.curl_sockopt_callback;
import io.github.curlffm.internal.ffi.curl_sshhostkeycallback;
import io.github.curlffm.internal.ffi.curl_sshkeycallback;
import io.github.curlffm.internal.ffi.curl_ssl_ctx_callback;
import io.github.curlffm.internal.ffi.curl_ssls_export_cb;
import io.github.curlffm.internal.ffi.curl_strdup_callback;
import io.github.curlffm.internal.ffi.curl_trailer_callback;
import io.github.curlffm.internal.ffi.curl_unlock_function;
import io.github.curlffm.internal.ffi.curl_write_callback;
import io.github.curlffm.internal.ffi.curl_xferinfo_callback;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The upcall stubs: one for each kind of callback, made when the kind is first used, alive as long as the process.
 *
 * <p>A stub finds its handle by the id that libcurl carries as userdata. Every stub's body runs in {@link #guard},
 * since an exception that leaves an upcall ends the JVM.
 */
public final class Upcalls {

    private static final long WRITE_ERROR = WriteCallback.ERROR;
    private static final int SOCKET_BAD = -1;
    private static final int STS_OK = 0;
    private static final int STS_DONE = 1;
    private static final int STS_FAIL = 2;

    private static final MemorySegment[] STUBS = new MemorySegment[Callback.COUNT];

    private Upcalls() {}

    /** {@return the stub of a kind, for the option that sets the function} */
    public static MemorySegment stub(Callback kind) {
        MemorySegment stub = STUBS[kind.ordinal()]; // without a lock: a segment is immutable
        return stub == null ? stubOnce(kind) : stub;
    }

    private static synchronized MemorySegment stubOnce(Callback kind) {
        MemorySegment stub = STUBS[kind.ordinal()];
        if (stub == null) {
            stub = newStub(kind, Arena.global());
            STUBS[kind.ordinal()] = stub;
        }
        return stub;
    }

    private static MemorySegment newStub(Callback kind, Arena arena) {
        return switch (kind) {
            case WRITE -> curl_write_callback.allocate(Upcalls::write, arena);
            case READ -> curl_read_callback.allocate(Upcalls::read, arena);
            case HEADER -> curl_write_callback.allocate(Upcalls::header, arena);
            case XFERINFO -> curl_xferinfo_callback.allocate(Upcalls::xferInfo, arena);
            case PROGRESS -> curl_progress_callback.allocate(Upcalls::progress, arena);
            case SEEK -> curl_seek_callback.allocate(Upcalls::seek, arena);
            case IOCTL -> curl_ioctl_callback.allocate(Upcalls::ioctl, arena);
            case DEBUG -> curl_debug_callback.allocate(Upcalls::debug, arena);
            case SOCKOPT -> curl_sockopt_callback.allocate(Upcalls::sockopt, arena);
            case OPENSOCKET -> curl_opensocket_callback.allocate(Upcalls::openSocket, arena);
            case CLOSESOCKET -> curl_closesocket_callback.allocate(Upcalls::closeSocket, arena);
            case SSL_CTX -> curl_ssl_ctx_callback.allocate(Upcalls::sslCtx, arena);
            case SSH_KEY -> curl_sshkeycallback.allocate(Upcalls::sshKey, arena);
            case SSH_HOSTKEY -> curl_sshhostkeycallback.allocate(Upcalls::sshHostKey, arena);
            case INTERLEAVE -> curl_write_callback.allocate(Upcalls::interleave, arena);
            case CHUNK_BGN -> curl_chunk_bgn_callback.allocate(Upcalls::chunkBgn, arena);
            case CHUNK_END -> curl_chunk_end_callback.allocate(Upcalls::chunkEnd, arena);
            case FNMATCH -> curl_fnmatch_callback.allocate(Upcalls::fnmatch, arena);
            case RESOLVER_START -> curl_resolver_start_callback.allocate(Upcalls::resolverStart, arena);
            case TRAILER -> curl_trailer_callback.allocate(Upcalls::trailer, arena);
            case PREREQ -> curl_prereq_callback.allocate(Upcalls::prereq, arena);
            case HSTSREAD -> curl_hstsread_callback.allocate(Upcalls::hstsRead, arena);
            case HSTSWRITE -> curl_hstswrite_callback.allocate(Upcalls::hstsWrite, arena);
            case MULTI_SOCKET -> curl_socket_callback.allocate(Upcalls::multiSocket, arena);
            case MULTI_TIMER -> curl_multi_timer_callback.allocate(Upcalls::multiTimer, arena);
            case MULTI_PUSH -> curl_push_callback.allocate(Upcalls::multiPush, arena);
            case MULTI_NOTIFY -> curl_notify_callback.allocate(Upcalls::multiNotify, arena);
            case SSLS_EXPORT -> curl_ssls_export_cb.allocate(Upcalls::sslsExport, arena);
            case MIME_READ -> curl_read_callback.allocate(Upcalls::mimeRead, arena);
            case MIME_SEEK -> curl_seek_callback.allocate(Upcalls::mimeSeek, arena);
            case MIME_FREE -> curl_free_callback.allocate(Upcalls::mimeFree, arena);
        };
    }

    /** What a stub does with the lambda of its handle. */
    @FunctionalInterface
    private interface Body<C> {
        long call(C callback, HandleState state) throws Exception;
    }

    /** What a stub does when the handle is gone or has no such lambda. */
    @FunctionalInterface
    private interface Absent {
        long run() throws Exception;
    }

    /** What runs inside the guard, with the state behind the id; null when that is gone. */
    @FunctionalInterface
    private interface Guarded<S> {
        long run(S state) throws Exception;
    }

    /**
     * The guard: nothing that a body throws gets past it.
     *
     * @param failing what libcurl is told then
     */
    private static <S> long guard(
            Class<S> type,
            MemorySegment userdata,
            BiConsumer<S, Throwable> remember,
            LongSupplier failing,
            Guarded<S> body) {
        S state = null;
        try {
            state = Registry.get(userdata.address(), type);
            return body.run(state);
        } catch (Throwable t) {
            if (state != null) {
                remember.accept(state, t);
            }
            return failing.getAsLong();
        }
    }

    /**
     * Calls the lambda of a handle.
     *
     * @param failing what libcurl is told once a lambda of the handle has thrown; further ones are not called
     * @param absent what is done without a lambda: libcurl's default
     */
    private static <C> long guard(
            Callback kind, MemorySegment userdata, LongSupplier failing, Absent absent, Body<C> body) {
        return guard(HandleState.class, userdata, HandleState::fail, failing, state -> {
            if (state == null) {
                return absent.run();
            }
            if (state.skips(kind)) {
                return failing.getAsLong();
            }
            @SuppressWarnings("unchecked") // Easy.set(Option<C>, C) puts a C where its kind is
            C callback = (C) state.callback(kind);
            return callback == null ? absent.run() : body.call(callback, state);
        });
    }

    private static <C> long guard(Callback kind, MemorySegment userdata, long failing, long absent, Body<C> body) {
        return guard(kind, userdata, () -> failing, () -> absent, body);
    }

    private static long write(MemorySegment buffer, long size, long nitems, MemorySegment id) {
        return Upcalls.<WriteCallback>guard(
                Callback.WRITE,
                id,
                () -> WRITE_ERROR,
                () -> StandardStreams.write(buffer.reinterpret(size * nitems)),
                (callback, state) -> deliver(callback, buffer, size * nitems));
    }

    private static long header(MemorySegment buffer, long size, long nitems, MemorySegment id) {
        return deliver(Callback.HEADER, buffer, size * nitems, id);
    }

    private static long interleave(MemorySegment buffer, long size, long nitems, MemorySegment id) {
        return deliver(Callback.INTERLEAVE, buffer, size * nitems, id);
    }

    private static long deliver(Callback kind, MemorySegment buffer, long length, MemorySegment id) {
        return Upcalls.<WriteCallback>guard(
                kind, id, WRITE_ERROR, length, (callback, state) -> deliver(callback, buffer, length));
    }

    private static long deliver(WriteCallback callback, MemorySegment buffer, long length) throws Exception {
        if (callback instanceof WriteCallback.View view) {
            try (Arena arena = Arena.ofConfined()) {
                return view.write(
                        buffer.reinterpret(length, arena, null).asByteBuffer().asReadOnlyBuffer());
            }
        }
        return callback.write(Native.bytes(buffer, length));
    }

    private static long read(MemorySegment buffer, long size, long nitems, MemorySegment id) {
        return Upcalls.<ReadCallback>guard(
                Callback.READ,
                id,
                () -> ReadCallback.ABORT,
                () -> {
                    refuseAfterTrailers(Registry.get(id.address(), HandleState.class));
                    return StandardStreams.read(buffer.reinterpret(size * nitems));
                },
                (callback, state) -> {
                    refuseAfterTrailers(state);
                    return fill(callback, buffer, size * nitems, state);
                });
    }

    /** libcurl before 8.7.0 would go on to write the size of the chunk before the buffer's beginning. */
    private static void refuseAfterTrailers(HandleState state) {
        if (state != null && state.trailersGiven() && VersionInfo.current().versionNumber() < 0x080700) {
            throw new IllegalStateException("libcurl before 8.7.0 overwrites memory when a handle that has given"
                    + " trailers uploads again; use another handle, such as its duplicate()");
        }
    }

    private static long mimeRead(MemorySegment buffer, long size, long nitems, MemorySegment id) {
        return Upcalls.<ReadCallback>mime(Callback.MIME_READ, id, ReadCallback.ABORT, (callback, state) -> {
            long count = fill(callback, buffer, size * nitems, state);
            state.paused(count == ReadCallback.PAUSE);
            return count;
        });
    }

    /** Calls a lambda of a MIME part on behalf of the easy handle that sends it. */
    private static <C> long mime(Callback kind, MemorySegment id, long failing, Body<C> body) {
        return guard(HandleState.class, id, (reader, thrown) -> reader.user().fail(thrown), () -> failing, reader -> {
            if (reader == null || reader.user().hasPending()) {
                return failing;
            }
            @SuppressWarnings("unchecked") // MimeReader puts it there
            C callback = (C) reader.callback(kind);
            return body.call(callback, reader);
        });
    }

    private static void mimeFree(MemorySegment id) {
        guard(HandleState.class, id, HandleState::fail, () -> 0, reader -> {
            MimeReader.freed(id.address()); // what is freed is freed, come what may
            return 0;
        });
    }

    private static int sslsExport(
            MemorySegment easy,
            MemorySegment id,
            MemorySegment sessionKey,
            MemorySegment shmac,
            long shmacLength,
            MemorySegment data,
            long dataLength,
            long validUntil,
            int ietfTlsId,
            MemorySegment alpn,
            long earlyDataMax) {
        int aborted = CurlCode.ABORTED_BY_CALLBACK.number();
        return (int) Upcalls.<SslsExportCallback>guard(
                Callback.SSLS_EXPORT, id, aborted, aborted, (callback, state) -> {
                    SslsExportCallback.Session session = new SslsExportCallback.Session(
                            Native.string(sessionKey),
                            Native.bytes(shmac, shmacLength),
                            Native.bytes(data, dataLength),
                            Instant.ofEpochSecond(validUntil),
                            ietfTlsId,
                            Native.string(alpn),
                            earlyDataMax);
                    return number(callback.sslsExport(session));
                });
    }

    private static long number(CurlCode code) {
        if (code == CurlCode.UNKNOWN) {
            throw new IllegalArgumentException("a callback returned UNKNOWN, which is no code of libcurl's");
        }
        return code == null ? CurlCode.OK.number() : code.number();
    }

    /** {@return a code: libcurl initialized with these five callbacks, for the life of the process} */
    public static int initializeWithMemory(long flags, MemoryUpcalls callbacks) {
        MemorySegment id = MemorySegment.ofAddress(callbacks.id());
        Arena arena = Arena.global();
        return curl_ffm_h.curl_global_init_mem(
                flags,
                curl_malloc_callback.allocate(size -> allocated(id, () -> callbacks.malloc.malloc(size)), arena),
                curl_free_callback.allocate(
                        pointer -> memory(id, () -> {
                            callbacks.free.free(pointer);
                            return 0L;
                        }),
                        arena),
                curl_realloc_callback.allocate(
                        (pointer, size) -> allocated(id, () -> callbacks.realloc.realloc(pointer, size)), arena),
                curl_strdup_callback.allocate(string -> allocated(id, () -> callbacks.strdup.strdup(string)), arena),
                curl_calloc_callback.allocate(
                        (count, size) -> allocated(id, () -> callbacks.calloc.calloc(count, size)), arena));
    }

    private static MemorySegment allocated(MemorySegment id, Callable<MemorySegment> allocation) {
        return MemorySegment.ofAddress(memory(id, () -> {
            MemorySegment memory = allocation.call();
            if (!memory.isNative()) {
                throw new IllegalArgumentException(
                        "a memory callback returned an array of Java's heap, which libcurl" + " cannot use");
            }
            return memory.address();
        }));
    }

    private static long memory(MemorySegment id, Callable<Long> body) {
        return guard(MemoryUpcalls.class, id, MemoryUpcalls::fail, () -> 0, state -> body.call());
    }

    /** To answer -1 here or in a TIMERFUNCTION, to abort all transfers, crashes libcurl, or has it report success. */
    private static int multiSocket(
            MemorySegment easy, int socket, int what, MemorySegment id, MemorySegment attachment) {
        return (int) Upcalls.<MultiUpcalls.Socket>guard(Callback.MULTI_SOCKET, id, 0, 0, (callback, state) -> {
            callback.socket(easy, socket, POLLS[what], attachment.address());
            return 0;
        });
    }

    private static final SocketCallback.Poll[] POLLS = SocketCallback.Poll.values();

    private static int multiTimer(MemorySegment multi, long timeoutMs, MemorySegment id) {
        return (int) Upcalls.<TimerCallback>guard(Callback.MULTI_TIMER, id, 0, 0, (callback, state) -> {
            callback.timer(timeoutMs);
            return 0;
        });
    }

    private static int multiPush(
            MemorySegment parent, MemorySegment pushed, long count, MemorySegment headers, MemorySegment id) {
        return (int) Upcalls.<MultiUpcalls.Push>guard(
                Callback.MULTI_PUSH,
                id,
                PushCallback.Result.ERROROUT.ordinal(),
                PushCallback.Result.DENY.ordinal(),
                (callback, state) -> {
                    List<String> lines = new ArrayList<>();
                    for (long i = 0; i < count; i++) {
                        lines.add(Native.string(curl_ffm_h.curl_pushheader_bynum(headers, i)));
                    }
                    return answer(callback.push(parent, pushed, new PushHeaders(lines)), PushCallback.Result.DENY);
                });
    }

    private static void multiNotify(MemorySegment multi, int notification, MemorySegment easy, MemorySegment id) {
        Upcalls.<MultiUpcalls.Notify>guard(Callback.MULTI_NOTIFY, id, 0, 0, (callback, state) -> {
            if (notification < NOTIFICATIONS.length) {
                callback.notify(NOTIFICATIONS[notification], easy);
            }
            return 0;
        });
    }

    private static final NotifyCallback.Notification[] NOTIFICATIONS = NotifyCallback.Notification.values();

    /** {@return the stub that a share's LOCKFUNC is set to} */
    public static MemorySegment lock() {
        return ShareStubs.LOCK;
    }

    /** {@return the stub that a share's UNLOCKFUNC is set to} */
    public static MemorySegment unlock() {
        return ShareStubs.UNLOCK;
    }

    private static final class ShareStubs {
        static final MemorySegment LOCK = curl_lock_function.allocate(Upcalls::lock, Arena.global());
        static final MemorySegment UNLOCK = curl_unlock_function.allocate(Upcalls::unlock, Arena.global());
    }

    private static void lock(MemorySegment easy, int data, int access, MemorySegment id) {
        share(easy, id, state -> state.lock(easy, data, access));
    }

    private static void unlock(MemorySegment easy, int data, MemorySegment id) {
        share(easy, id, state -> state.unlock(data));
    }

    @FunctionalInterface
    private interface ShareBody {
        void run(ShareState state) throws Exception;
    }

    private static void share(MemorySegment easy, MemorySegment id, ShareBody body) {
        guard(ShareState.class, id, (state, thrown) -> state.fail(easy, thrown), () -> 0, state -> {
            if (state != null) {
                body.run(state);
            }
            return 0;
        });
    }

    private static long fill(ReadCallback callback, MemorySegment buffer, long size, HandleState state)
            throws Exception {
        int length = (int) Math.min(size, Integer.MAX_VALUE - 8);
        int count;
        if (callback instanceof ReadCallback.View view) {
            try (Arena arena = Arena.ofConfined()) {
                count = view.read(buffer.reinterpret(length, arena, null).asByteBuffer());
            }
        } else {
            byte[] bytes = state.readBuffer(length);
            count = callback.read(bytes);
            if (count > 0 && count <= length) {
                MemorySegment.copy(bytes, 0, buffer.reinterpret(length), ValueLayout.JAVA_BYTE, 0, count);
            }
        }
        return Math.max(checkedCount(count, length), 0);
    }

    /** {@return what a READFUNCTION returned}, if that is possible with a buffer of this length */
    static int checkedCount(int count, int length) {
        boolean isCount = count >= -1 && count <= length;
        if (!isCount && count != ReadCallback.ABORT && count != ReadCallback.PAUSE) {
            throw new IllegalStateException("READFUNCTION returned " + count + " for a buffer of " + length
                    + " bytes; it returns how many bytes it put there, 0 or -1 at the end, or ABORT or PAUSE");
        }
        return count;
    }

    private static int xferInfo(MemorySegment id, long dltotal, long dlnow, long ultotal, long ulnow) {
        return (int) Upcalls.<XferInfoCallback>guard(
                Callback.XFERINFO,
                id,
                XferInfoCallback.ABORT,
                0,
                (callback, state) -> callback.xferInfo(dltotal, dlnow, ultotal, ulnow));
    }

    private static int progress(MemorySegment id, double dltotal, double dlnow, double ultotal, double ulnow) {
        return (int) Upcalls.<ProgressCallback>guard(
                Callback.PROGRESS,
                id,
                XferInfoCallback.ABORT,
                0,
                (callback, state) -> callback.progress(dltotal, dlnow, ultotal, ulnow));
    }

    private static int seek(MemorySegment id, long offset, int origin) {
        return (int) Upcalls.<SeekCallback>guard(
                Callback.SEEK,
                id,
                SeekCallback.Result.FAIL.ordinal(),
                SeekCallback.Result.CANTSEEK.ordinal(),
                (callback, state) -> seek(callback, offset, origin));
    }

    private static int mimeSeek(MemorySegment id, long offset, int origin) {
        return (int) Upcalls.<SeekCallback>mime(
                Callback.MIME_SEEK,
                id,
                SeekCallback.Result.FAIL.ordinal(),
                (callback, state) -> seek(callback, offset, origin));
    }

    private static long seek(SeekCallback callback, long offset, int origin) throws Exception {
        return answer("SEEKFUNCTION", callback.seek(offset, SEEK_ORIGINS[origin]));
    }

    private static final SeekCallback.Origin[] SEEK_ORIGINS = SeekCallback.Origin.values();

    private static int ioctl(MemorySegment handle, int command, MemorySegment id) {
        return (int) Upcalls.<IoctlCallback>guard(
                Callback.IOCTL,
                id,
                IoctlCallback.Result.FAILRESTART.ordinal(),
                IoctlCallback.Result.UNKNOWNCMD.ordinal(),
                (callback, state) -> answer(
                        "IOCTLFUNCTION",
                        callback.ioctl(command == 1 ? IoctlCallback.Command.RESTARTREAD : IoctlCallback.Command.NOP)));
    }

    private static int debug(MemorySegment handle, int type, MemorySegment data, long size, MemorySegment id) {
        return (int) Upcalls.<DebugCallback>guard(Callback.DEBUG, id, 0, 0, (callback, state) -> {
            callback.debug(INFO_TYPES[type], Native.bytes(data, size));
            return 0;
        });
    }

    private static final DebugCallback.InfoType[] INFO_TYPES = DebugCallback.InfoType.values();

    private static int sockopt(MemorySegment id, int socket, int purpose) {
        return (int) Upcalls.<SockoptCallback>guard(
                Callback.SOCKOPT,
                id,
                SockoptCallback.Result.ERROR.ordinal(),
                SockoptCallback.Result.OK.ordinal(),
                (callback, state) -> answer(callback.sockopt(socket, PURPOSES[purpose]), SockoptCallback.Result.OK));
    }

    private static final SocketPurpose[] PURPOSES = SocketPurpose.values();

    private static int openSocket(MemorySegment id, int purpose, MemorySegment address) {
        return (int) Upcalls.<OpenSocketCallback>guard(
                Callback.OPENSOCKET, id, () -> SOCKET_BAD, () -> SockAddrStruct.open(address), (callback, state) -> {
                    OpenSocketCallback.Result result =
                            callback.openSocket(PURPOSES[purpose], SockAddrStruct.read(address));
                    return switch (result) {
                        case null -> SockAddrStruct.open(address);
                        case OpenSocketCallback.Open open -> {
                            if (open.address() != null) {
                                SockAddrStruct.rewrite(address, open.address());
                            }
                            yield SockAddrStruct.open(address);
                        }
                        case OpenSocketCallback.Use use -> descriptor(use.socket());
                        case OpenSocketCallback.Refuse refuse -> SOCKET_BAD;
                    };
                });
    }

    private static int descriptor(long socket) {
        if (socket < 0 || socket > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("OPENSOCKETFUNCTION answered use(" + socket + "), but " + socket
                    + " is no descriptor of a socket; refuse() refuses");
        }
        return (int) socket;
    }

    private static int closeSocket(MemorySegment id, int socket) {
        return (int) Upcalls.<CloseSocketCallback>guard(
                Callback.CLOSESOCKET, id, () -> close(socket), () -> close(socket), (callback, state) -> {
                    CloseSocketCallback.Result result = callback.closeSocket(socket);
                    return result == CloseSocketCallback.Result.KEEP ? 0 : close(socket);
                });
    }

    private static long close(int socket) {
        try {
            Libc.close(socket);
            return 0;
        } catch (IOException e) {
            return 1; // libcurl is told, and does what it does when its own close fails: nothing
        }
    }

    private static int sslCtx(MemorySegment handle, MemorySegment sslCtx, MemorySegment id) {
        return (int) Upcalls.<SslCtxCallback>guard(
                Callback.SSL_CTX,
                id,
                CurlCode.ABORTED_BY_CALLBACK.number(),
                0,
                (callback, state) -> number(callback.sslCtx(sslCtx.reinterpret(0))));
    }

    private static int sshKey(
            MemorySegment handle, MemorySegment known, MemorySegment found, int match, MemorySegment id) {
        return (int) Upcalls.<SshKeyCallback>guard(
                Callback.SSH_KEY,
                id,
                SshKeyCallback.Result.REJECT.ordinal(),
                SshKeyCallback.Result.REJECT.ordinal(),
                (callback, state) -> {
                    SshKeyCallback.Result result =
                            callback.sshKey(HostKeyStruct.read(known), HostKeyStruct.read(found), KEY_MATCHES[match]);
                    boolean endless = result == SshKeyCallback.Result.DEFER
                            && VersionInfo.current().versionNumber() < DEFER_ENDS_SINCE;
                    return answer(endless ? null : result, SshKeyCallback.Result.REJECT);
                });
    }

    /** With libssh2, libcurl before 8.14.0 answers DEFER by asking again, without end. */
    private static final int DEFER_ENDS_SINCE = 0x080e00;

    private static final SshKeyCallback.Match[] KEY_MATCHES = SshKeyCallback.Match.values();

    private static int sshHostKey(MemorySegment id, int type, MemorySegment key, long length) {
        return (int) Upcalls.<SshHostKeyCallback>guard(
                Callback.SSH_HOSTKEY,
                id,
                SshHostKeyCallback.Result.MISMATCH.ordinal(),
                SshHostKeyCallback.Result.MISMATCH.ordinal(),
                (callback, state) -> answer(
                        callback.sshHostKey(new KnownHostKey(HostKeyStruct.type(type), Native.bytes(key, length))),
                        SshHostKeyCallback.Result.MISMATCH));
    }

    private static long chunkBgn(MemorySegment fileInfo, MemorySegment id, int remaining) {
        return Upcalls.<ChunkBgnCallback>guard(
                Callback.CHUNK_BGN,
                id,
                ChunkBgnCallback.Result.FAIL.ordinal(),
                ChunkBgnCallback.Result.OK.ordinal(),
                (callback, state) -> answer(
                        callback.chunkBgn(FileInfoStruct.read(fileInfo), remaining), ChunkBgnCallback.Result.OK));
    }

    private static long chunkEnd(MemorySegment id) {
        return Upcalls.<ChunkEndCallback>guard(Callback.CHUNK_END, id, 1, 0, (callback, state) -> {
            callback.chunkEnd();
            return 0;
        });
    }

    private static int fnmatch(MemorySegment id, MemorySegment pattern, MemorySegment name) {
        return (int) Upcalls.<FnmatchCallback>guard(
                Callback.FNMATCH,
                id,
                FnmatchCallback.Result.FAIL.ordinal(),
                FnmatchCallback.Result.FAIL.ordinal(),
                (callback, state) ->
                        answer("FNMATCH_FUNCTION", callback.fnmatch(Native.string(pattern), Native.string(name))));
    }

    private static int resolverStart(MemorySegment resolverState, MemorySegment reserved, MemorySegment id) {
        return (int) Upcalls.<ResolverStartCallback>guard(
                Callback.RESOLVER_START,
                id,
                ResolverStartCallback.Result.ABORT.ordinal(),
                ResolverStartCallback.Result.OK.ordinal(),
                (callback, state) ->
                        answer(callback.resolverStart(resolverState.reinterpret(0)), ResolverStartCallback.Result.OK));
    }

    private static int trailer(MemorySegment list, MemorySegment id) {
        return (int) Upcalls.<TrailerCallback>guard(Callback.TRAILER, id, 1, 0, (callback, state) -> {
            state.giveTrailers();
            List<String> trailers = callback.trailers();
            if (trailers == TrailerCallback.ABORT) {
                return 1;
            }
            if (trailers != null) {
                HeaderLines.refuseBreaks("a trailer", trailers);
                list.reinterpret(ValueLayout.ADDRESS.byteSize()).set(ValueLayout.ADDRESS, 0, Native.slist(trailers));
            }
            return 0;
        });
    }

    private static int prereq(
            MemorySegment id, MemorySegment primaryIp, MemorySegment localIp, int primaryPort, int localPort) {
        return (int) Upcalls.<PrereqCallback>guard(
                Callback.PREREQ,
                id,
                PrereqCallback.Result.ABORT.ordinal(),
                PrereqCallback.Result.OK.ordinal(),
                (callback, state) -> answer(
                        callback.prereq(new PrereqCallback.Connection(
                                orEmpty(primaryIp), orEmpty(localIp), primaryPort, localPort)),
                        PrereqCallback.Result.OK));
    }

    private static String orEmpty(MemorySegment string) {
        String text = Native.string(string);
        return text == null ? "" : text;
    }

    private static int hstsRead(MemorySegment handle, MemorySegment entry, MemorySegment id) {
        return (int) Upcalls.<HstsReadCallback>guard(Callback.HSTSREAD, id, STS_FAIL, STS_DONE, (callback, state) -> {
            HstsEntry next = callback.hstsRead();
            if (next == null || next == HstsReadCallback.FAIL) {
                return next == null ? STS_DONE : STS_FAIL;
            }
            HstsEntryStruct.write(next, entry);
            return STS_OK;
        });
    }

    private static int hstsWrite(MemorySegment handle, MemorySegment entry, MemorySegment index, MemorySegment id) {
        return (int) Upcalls.<HstsWriteCallback>guard(
                Callback.HSTSWRITE,
                id,
                STS_FAIL,
                STS_DONE,
                (callback, state) -> answer(
                        callback.hstsWrite(
                                HstsEntryStruct.read(entry),
                                HstsEntryStruct.index(index),
                                HstsEntryStruct.total(index)),
                        HstsWriteCallback.Result.OK));
    }

    /** {@return the number of an answer; the enums of {@code callback} are declared in libcurl's order} */
    private static <E extends Enum<E>> long answer(E result, E whenNull) {
        return (result == null ? whenNull : result).ordinal();
    }

    private static long answer(String option, Enum<?> result) {
        if (result == null) {
            throw new NullPointerException(option + " returned null; it returns one of its Result constants");
        }
        return result.ordinal();
    }
}
