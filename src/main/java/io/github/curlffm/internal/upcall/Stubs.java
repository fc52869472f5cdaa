package io.github.curlffm.internal.upcall;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * The upcall stubs: one for each kind of callback, made when the kind is first used. A stub finds its handle by the id that
 * libcurl carries as userdata.
 *
 * <p>To the JVM a stub is a root: as long as there is one, the class loader of this library stays. So they are there as
 * long as something of libcurl's is that may call them, each of which refers to {@link #kept}, and until the next garbage
 * collection. What libcurl calls without any handle stays for ever.
 */
public final class Stubs {

    private static final Stubs FOR_EVER = new Stubs(Arena.global());
    private static volatile WeakReference<Stubs> current = new WeakReference<>(null);

    private final MemorySegment[] stubs = new MemorySegment[CallbackKind.COUNT];
    private final Arena arena;

    private Stubs(Arena arena) {
        this.arena = arena;
    }

    /** {@return the stubs, which stay as long as they are referred to} */
    public static Stubs kept() {
        Stubs kept = current.get();
        return kept == null ? anew() : kept;
    }

    private static synchronized Stubs anew() {
        Stubs kept = current.get();
        if (kept == null) {
            kept = new Stubs(Arena.ofAuto());
            current = new WeakReference<>(kept);
        }
        return kept;
    }

    /** {@return the stub of a kind, for what sets the function of something that keeps the stubs} */
    public static MemorySegment of(CallbackKind kind) {
        return (kind.isMemory() ? FOR_EVER : kept()).stub(kind);
    }

    /** {@return the stub of a kind, for what keeps these stubs} */
    public MemorySegment stub(CallbackKind kind) {
        MemorySegment stub = stubs[kind.ordinal()]; // without a lock: a segment is immutable
        return stub == null ? once(kind) : stub;
    }

    private synchronized MemorySegment once(CallbackKind kind) {
        MemorySegment stub = stubs[kind.ordinal()];
        if (stub == null) {
            Method entry = entry(kind);
            prepare(Guard.class);
            prepare(kind.isMulti() ? MultiUpcalls.class : EasyUpcalls.class);
            stub = Linker.nativeLinker().upcallStub(handle(entry), descriptor(entry), arena);
            stubs[kind.ordinal()] = stub;
        }
        return stub;
    }

    /** Loads now what an upcall needs: later the stack could be full, or the class loader closed. */
    private static void prepare(Class<?> needed) {
        try {
            MethodHandles.lookup().ensureInitialized(needed);
        } catch (IllegalAccessException e) {
            throw new AssertionError(needed + " is in this package", e);
        }
    }

    /** {@return the entry} */
    static Method entry(CallbackKind kind) {
        return Stream.of(Entries.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(kind.entry()))
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no entry for " + kind));
    }

    private static MethodHandle handle(Method entry) {
        try {
            return MethodHandles.lookup().unreflect(entry);
        } catch (IllegalAccessException e) {
            throw new AssertionError(entry + " is in this package", e);
        }
    }

    /**
     * {@return the descriptor of the generated bindings, with pointers as numbers} It is made from the method itself:
     * the classes of the bindings would link a call for each kind that is never made.
     */
    static FunctionDescriptor descriptor(Method entry) {
        MemoryLayout[] arguments =
                Stream.of(entry.getParameterTypes()).map(Stubs::layout).toArray(MemoryLayout[]::new);
        return entry.getReturnType() == void.class
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(layout(entry.getReturnType()), arguments);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        }
        return type == int.class ? ValueLayout.JAVA_INT : ValueLayout.JAVA_DOUBLE;
    }
}
