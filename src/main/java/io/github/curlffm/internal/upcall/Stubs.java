package io.github.curlffm.internal.upcall;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * The upcall stubs: one for each kind of callback. It is made when the kind is first used, and is never freed. A stub
 * finds its handle by the id that libcurl has as userdata.
 */
public final class Stubs {

    private static final MemorySegment[] STUBS = new MemorySegment[CallbackKind.COUNT];

    private Stubs() {}

    /** {@return the stub of a kind, to be set as the function} */
    public static MemorySegment of(CallbackKind kind) {
        MemorySegment stub = STUBS[kind.ordinal()]; // without a lock: a segment is immutable
        return stub == null ? once(kind) : stub;
    }

    private static synchronized MemorySegment once(CallbackKind kind) {
        MemorySegment stub = STUBS[kind.ordinal()];
        if (stub == null) {
            Method entry = entry(kind);
            prepare(Guard.class);
            prepare(kind.isMulti() ? MultiUpcalls.class : EasyUpcalls.class);
            stub = Linker.nativeLinker().upcallStub(handle(entry), descriptor(entry), Arena.global());
            STUBS[kind.ordinal()] = stub;
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
