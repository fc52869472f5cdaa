package io.github.curlffm.internal;

import io.github.curlffm.callback.CallocCallback;
import io.github.curlffm.callback.FreeCallback;
import io.github.curlffm.callback.MallocCallback;
import io.github.curlffm.callback.ReallocCallback;
import io.github.curlffm.callback.StrdupCallback;
import java.util.concurrent.atomic.AtomicReference;

/** The five memory callbacks. They have no userdata and live as long as the process, so there is one set of them. */
public final class MemoryUpcalls {

    private final long id = Registry.add(this);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    final MallocCallback malloc;
    final FreeCallback free;
    final ReallocCallback realloc;
    final StrdupCallback strdup;
    final CallocCallback calloc;

    /** Takes the five. */
    public MemoryUpcalls(
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

    /** {@return the id under which {@link Registry} finds this} */
    long id() {
        return id;
    }

    void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
    }

    /** {@return the first exception since the last call, or null} */
    public Throwable takeFailure() {
        return failure.getAndSet(null);
    }
}
