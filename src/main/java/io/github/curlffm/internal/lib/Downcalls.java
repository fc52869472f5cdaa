package io.github.curlffm.internal.lib;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Links functions of C. Whatever they take and return passes as a number of 64 bits, so that all functions with the same
 * number of arguments are linked as one: the JVM makes code for each kind of call, and that is most of the time from the
 * start of a program to its first byte.
 *
 * <p>The systems that Java's linker knows pass integers and pointers alike, each in a register or a slot of 64 bits of its
 * own, of which the function takes as many as its type has. A number with a sign is widened with it, as some of them
 * demand. Nothing in libcurl's API takes or returns a structure or a floating-point number by value; of such a function
 * {@link #link} makes no call.
 */
public final class Downcalls {

    private static final Linker LINKER = Linker.nativeLinker();

    private Downcalls() {}

    /** {@return a handle of type {@code (long, ...)long} that calls a function} What a void one returns means nothing. */
    public static MethodHandle link(MemorySegment function, FunctionDescriptor descriptor) {
        descriptor.argumentLayouts().forEach(Downcalls::refuseOthers);
        descriptor.returnLayout().ifPresent(Downcalls::refuseOthers);
        return link(function, descriptor.argumentLayouts().size());
    }

    /** {@return such a handle for a function with so many arguments} */
    public static MethodHandle link(MemorySegment function, int arguments, Linker.Option... options) {
        MemoryLayout[] layouts = new MemoryLayout[arguments];
        Arrays.fill(layouts, JAVA_LONG);
        return LINKER.downcallHandle(function, FunctionDescriptor.of(JAVA_LONG, layouts), options);
    }

    private static void refuseOthers(MemoryLayout layout) {
        if (!(layout instanceof ValueLayout.OfInt
                || layout instanceof ValueLayout.OfLong
                || layout instanceof AddressLayout)) {
            throw new IllegalArgumentException(layout + " does not pass to C as a number of 64 bits");
        }
    }

    /**
     * {@return a pointer as an argument} What it points to must stay alive until the call is over, which the caller sees to.
     *
     * @throws IllegalArgumentException if it is an array on Java's heap
     * @throws IllegalStateException if what it points to is not alive any more
     * @throws WrongThreadException if it is another thread's
     */
    public static long arg(MemorySegment pointer) {
        if (!pointer.isNative()) {
            throw new IllegalArgumentException("C cannot be given an array on Java's heap: " + pointer);
        }
        if (!pointer.scope().isAlive()) {
            throw new IllegalStateException("C cannot be given memory that has been released: " + pointer);
        }
        if (!pointer.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("C cannot be given memory of another thread: " + pointer);
        }
        return pointer.address();
    }

    /** {@return a number as an argument} */
    public static long arg(int number) {
        return number;
    }

    /** {@return a number as an argument} */
    public static long arg(long number) {
        return number;
    }

    /** {@return the pointer that a function returned, without an end} */
    public static MemorySegment pointer(long result) {
        return MemorySegment.ofAddress(result).reinterpret(Long.MAX_VALUE);
    }
}
