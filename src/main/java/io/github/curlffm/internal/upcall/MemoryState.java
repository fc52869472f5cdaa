package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.CallocCallback;
import io.github.curlffm.callback.FreeCallback;
import io.github.curlffm.callback.MallocCallback;
import io.github.curlffm.callback.ReallocCallback;
import io.github.curlffm.callback.StrdupCallback;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import java.lang.foreign.MemorySegment;

/**
 * The five memory callbacks. They have no userdata and are used as long as the process runs, so there is one set of
 * them.
 */
public final class MemoryState extends UpcallState {

    private static MemoryState installed;

    /** In a class of its own, so that the entries need no object that could be missing. */
    private static volatile long installedId;

    private final Pending pending = new Pending();
    private final MallocCallback malloc;
    private final FreeCallback free;
    private final ReallocCallback realloc;
    private final StrdupCallback strdup;
    private final CallocCallback calloc;

    /** Takes the five. */
    public MemoryState(
            MallocCallback malloc,
            FreeCallback free,
            ReallocCallback realloc,
            StrdupCallback strdup,
            CallocCallback calloc) {
        this.malloc = malloc;
        this.free = free;
        this.realloc = realloc;
        this.strdup = strdup;
        this.calloc = calloc;
    }

    /** {@return the code of initializing libcurl with these five callbacks, for the life of the process} */
    public synchronized int initialize(long flags) {
        installed = this;
        installedId = id();
        return curl_ffm_h.curl_global_init_mem(
                flags,
                Stubs.of(CallbackKind.MALLOC),
                Stubs.of(CallbackKind.FREE),
                Stubs.of(CallbackKind.REALLOC),
                Stubs.of(CallbackKind.STRDUP),
                Stubs.of(CallbackKind.CALLOC));
    }

    /** {@return whether libcurl has memory functions of the user's} */
    public static boolean isInstalled() {
        return installedId != 0;
    }

    static long installedId() {
        return installedId;
    }

    /** {@return what the callbacks threw since the last call, or null} */
    public static Throwable takeFailure() {
        MemoryState state = installed;
        return state == null ? null : state.pending.take();
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        return switch (kind) {
            case MALLOC -> allocated(malloc.malloc(a));
            case REALLOC -> allocated(realloc.realloc(MemorySegment.ofAddress(a), b));
            case STRDUP -> allocated(strdup.strdup(Libc.stringSegment(MemorySegment.ofAddress(a))));
            case CALLOC -> allocated(calloc.calloc(a, b));
            case FREE -> {
                free.free(MemorySegment.ofAddress(a));
                yield kind.absent;
            }
            default -> throw new AssertionError(kind);
        };
    }

    private static long allocated(MemorySegment memory) {
        if (!memory.isNative()) {
            throw new IllegalArgumentException(
                    "a memory callback returned an array of Java's heap, which libcurl cannot use");
        }
        return memory.address();
    }

    /** They are used as long as the process runs. */
    @Override
    void clearCallbacks() {}

    @Override
    void fail(CallbackKind kind, long a, Throwable thrown) {
        pending.fail(thrown);
    }
}
