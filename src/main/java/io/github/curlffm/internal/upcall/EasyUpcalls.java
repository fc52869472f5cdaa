package io.github.curlffm.internal.upcall;

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
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.ResolverStartCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SocketPurpose;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.SshHostKeyCallback;
import io.github.curlffm.callback.SshKeyCallback;
import io.github.curlffm.callback.SslCtxCallback;
import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.callback.TrailerCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.FileInfoStruct;
import io.github.curlffm.internal.c.HostKeyStruct;
import io.github.curlffm.internal.c.HstsEntryStruct;
import io.github.curlffm.internal.c.SockAddrStruct;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.lib.Library;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.List;

/**
 * The callbacks of an easy handle: converts libcurl's arguments to Java values, and the lambda's result to libcurl's
 * number.
 */
final class EasyUpcalls {

    private static final SeekCallback.Origin[] SEEK_ORIGINS = SeekCallback.Origin.values();
    private static final DebugCallback.InfoType[] INFO_TYPES = DebugCallback.InfoType.values();
    private static final SocketPurpose[] PURPOSES = SocketPurpose.values();
    private static final SshKeyCallback.Match[] KEY_MATCHES = SshKeyCallback.Match.values();

    private EasyUpcalls() {}

    /** {@return the result of the lambda of a kind} {@link Entries} says what the four arguments are. */
    static long call(CallbackKind kind, Object callback, EasyState state, long a, long b, long c, long d)
            throws Exception {
        return switch (kind) {
            case WRITE, HEADER, INTERLEAVE -> deliver((WriteCallback) callback, a, b);
            case READ -> {
                refuseAfterTrailers(state);
                yield state.readBuffer().fill((ReadCallback) callback, a, b);
            }
            case XFERINFO -> ((XferInfoCallback) callback).xferInfo(a, b, c, d);
            case PROGRESS ->
                ((ProgressCallback) callback)
                        .progress(
                                Double.longBitsToDouble(a),
                                Double.longBitsToDouble(b),
                                Double.longBitsToDouble(c),
                                Double.longBitsToDouble(d));
            case SEEK -> seek((SeekCallback) callback, a, b);
            case IOCTL ->
                answer(
                        "IOCTLFUNCTION",
                        ((IoctlCallback) callback)
                                .ioctl(a == 1 ? IoctlCallback.Command.RESTARTREAD : IoctlCallback.Command.NOP));
            case DEBUG -> {
                ((DebugCallback) callback).debug(INFO_TYPES[(int) a], C.bytes(b, c));
                yield kind.absent;
            }
            case SOCKOPT -> answer(((SockoptCallback) callback).sockopt(a, PURPOSES[(int) b]), kind);
            case OPENSOCKET -> openSocket((OpenSocketCallback) callback, PURPOSES[(int) a], MemorySegment.ofAddress(b));
            case SSL_CTX -> number(((SslCtxCallback) callback).sslCtx(MemorySegment.ofAddress(a)));
            case SSH_KEY -> sshKey((SshKeyCallback) callback, a, b, (int) c);
            case SSH_HOSTKEY ->
                answer(
                        ((SshHostKeyCallback) callback)
                                .sshHostKey(new KnownHostKey(HostKeyStruct.type((int) a), C.bytes(b, c))),
                        kind);
            case CHUNK_BGN ->
                answer(
                        ((ChunkBgnCallback) callback)
                                .chunkBgn(FileInfoStruct.read(MemorySegment.ofAddress(a), state.text()), (int) b),
                        kind);
            case CHUNK_END -> {
                ((ChunkEndCallback) callback).chunkEnd();
                yield kind.absent;
            }
            case FNMATCH ->
                answer(
                        "FNMATCH_FUNCTION",
                        ((FnmatchCallback) callback)
                                .fnmatch(state.text().string(a), state.text().string(b)));
            case RESOLVER_START ->
                answer(((ResolverStartCallback) callback).resolverStart(MemorySegment.ofAddress(a)), kind);
            case TRAILER -> trailer((TrailerCallback) callback, state, MemorySegment.ofAddress(a));
            case PREREQ ->
                answer(
                        ((PrereqCallback) callback)
                                .prereq(new PrereqCallback.Connection(orEmpty(a), orEmpty(b), (int) c, (int) d)),
                        kind);
            case HSTSREAD -> hstsRead((HstsReadCallback) callback, state.text(), MemorySegment.ofAddress(a));
            case HSTSWRITE -> hstsWrite((HstsWriteCallback) callback, state.text(), a, MemorySegment.ofAddress(b));
            default -> throw new AssertionError(kind);
        };
    }

    /**
     * {@return the result for libcurl if there is no lambda} It is what libcurl would do without a callback, with
     * Java's standard streams.
     *
     * @param state null if the handle no longer exists
     */
    static long absent(CallbackKind kind, EasyState state, long a, long b, long c) throws Exception {
        return switch (kind) {
            case WRITE -> StandardStreams.write(MemorySegment.ofAddress(a).reinterpret(b));
            case READ -> {
                refuseAfterTrailers(state);
                yield StandardStreams.read(MemorySegment.ofAddress(a).reinterpret(b));
            }
            case HEADER, INTERLEAVE -> b;
            case DEBUG -> {
                StandardStreams.trace(INFO_TYPES[(int) a], C.bytes(b, c));
                yield kind.absent;
            }
            case OPENSOCKET -> SockAddrStruct.open(MemorySegment.ofAddress(b));
            case CLOSESOCKET -> close((int) a);
            case MIME_FREE -> {
                Registry.freed(a, false);
                yield kind.absent;
            }
            default -> kind.absent;
        };
    }

    private static long deliver(WriteCallback callback, long address, long length) throws Exception {
        MemorySegment buffer = MemorySegment.ofAddress(address);
        if (callback instanceof WriteCallback.View view) {
            try (Arena arena = Arena.ofConfined()) {
                return view.write(
                        buffer.reinterpret(length, arena, null).asByteBuffer().asReadOnlyBuffer());
            }
        }
        return callback.write(C.bytes(buffer, length));
    }

    /** libcurl before 8.7.0 would write the size of the chunk before the beginning of the buffer. */
    private static void refuseAfterTrailers(EasyState state) {
        if (state != null && state.trailersGiven() && !Library.isAtLeast("8.7.0")) {
            throw new IllegalStateException("libcurl before 8.7.0 overwrites memory when a handle that has given"
                    + " trailers uploads again; use another handle, such as its duplicate()");
        }
    }

    static long seek(SeekCallback callback, long offset, long origin) throws Exception {
        return answer("SEEKFUNCTION", callback.seek(offset, SEEK_ORIGINS[(int) origin]));
    }

    private static long openSocket(OpenSocketCallback callback, SocketPurpose purpose, MemorySegment address)
            throws Exception {
        OpenSocketCallback.Result result = callback.openSocket(purpose, SockAddrStruct.read(address));
        return switch (result) {
            case null -> SockAddrStruct.open(address);
            case OpenSocketCallback.Open open -> {
                if (open.address() != null) {
                    SockAddrStruct.rewrite(address, open.address());
                }
                yield SockAddrStruct.open(address);
            }
            case OpenSocketCallback.Use use -> descriptor(use.socket());
            case OpenSocketCallback.Refuse refuse -> CallbackKind.OPENSOCKET.failing;
        };
    }

    private static int descriptor(long socket) {
        if (socket < 0 || socket > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("OPENSOCKETFUNCTION answered use(" + socket + "), but " + socket
                    + " is no descriptor of a socket; refuse() refuses");
        }
        return (int) socket;
    }

    static long closeSocket(CloseSocketCallback callback, int socket) throws Exception {
        CloseSocketCallback.Result result = CloseSocketCallback.Result.CLOSE;
        long answer = CallbackKind.CLOSESOCKET.absent;
        try {
            result = callback.closeSocket(socket);
        } finally { // also if it threw: nothing else would close it
            if (result != CloseSocketCallback.Result.KEEP) {
                answer = close(socket);
            }
        }
        return answer;
    }

    static long close(int socket) {
        try {
            Libc.close(socket);
            return 0;
        } catch (IOException e) {
            return 1; // libcurl ignores it, as it does if its own close fails
        }
    }

    private static long sshKey(SshKeyCallback callback, long known, long found, int match) throws Exception {
        SshKeyCallback.Result result = callback.sshKey(
                HostKeyStruct.read(MemorySegment.ofAddress(known)),
                HostKeyStruct.read(MemorySegment.ofAddress(found)),
                KEY_MATCHES[match]);
        // With libssh2, libcurl before 8.14.0 answers DEFER by asking again, without end.
        boolean endless = result == SshKeyCallback.Result.DEFER && !Library.isAtLeast("8.14.0");
        return answer(endless ? null : result, CallbackKind.SSH_KEY);
    }

    private static long trailer(TrailerCallback callback, EasyState state, MemorySegment list) throws Exception {
        state.giveTrailers();
        List<String> trailers = callback.trailers();
        if (trailers == TrailerCallback.ABORT) {
            return CallbackKind.TRAILER.failing;
        }
        if (trailers != null) {
            MemorySegment lines = C.slist(state.text().lines("a trailer", trailers));
            list.reinterpret(ValueLayout.ADDRESS.byteSize()).set(ValueLayout.ADDRESS, 0, lines);
        }
        return CallbackKind.TRAILER.absent;
    }

    private static String orEmpty(long string) {
        return string == 0 ? "" : Text.UTF_8.string(string);
    }

    private static long hstsRead(HstsReadCallback callback, Text text, MemorySegment entry) throws Exception {
        HstsEntry next = callback.hstsRead();
        if (next == null || next == HstsReadCallback.FAIL) {
            return next == null ? CallbackKind.HSTSREAD.absent : CallbackKind.HSTSREAD.failing;
        }
        HstsEntryStruct.write(next, entry, text);
        return 0; // CURLSTS_OK: there may be more
    }

    private static long hstsWrite(HstsWriteCallback callback, Text text, long entry, MemorySegment index)
            throws Exception {
        HstsWriteCallback.Result result = callback.hstsWrite(
                HstsEntryStruct.read(MemorySegment.ofAddress(entry), text),
                HstsEntryStruct.index(index),
                HstsEntryStruct.total(index));
        return (result == null ? HstsWriteCallback.Result.OK : result).ordinal();
    }

    static int sslsExport(
            EasyState state,
            long sessionKey,
            long shmac,
            long shmacLength,
            long data,
            long dataLength,
            long validUntil,
            int ietfTlsId,
            long alpn,
            long earlyDataMax)
            throws Exception {
        CallbackKind kind = CallbackKind.SSLS_EXPORT;
        if (state == null || state.pending().has() || state.callback(kind) == null) {
            return (int) kind.absent;
        }
        SslsExportCallback.Session session = new SslsExportCallback.Session(
                state.text().string(sessionKey),
                C.bytes(shmac, shmacLength),
                C.bytes(data, dataLength),
                Instant.ofEpochSecond(validUntil),
                ietfTlsId,
                state.text().string(alpn),
                earlyDataMax);
        return (int) number(((SslsExportCallback) state.callback(kind)).sslsExport(session));
    }

    private static long number(CurlCode code) {
        if (code == CurlCode.UNKNOWN) {
            throw new IllegalArgumentException("a callback returned UNKNOWN, which is no code of libcurl's");
        }
        return code == null ? CurlCode.OK.number() : code.number();
    }

    /** {@return the number of a result; the enums of {@code callback} are declared in libcurl's order} */
    private static long answer(Enum<?> result, CallbackKind kind) {
        return result == null ? kind.absent : result.ordinal();
    }

    private static long answer(String option, Enum<?> result) {
        if (result == null) {
            throw new NullPointerException(option + " returned null; it returns one of its Result constants");
        }
        return result.ordinal();
    }
}
