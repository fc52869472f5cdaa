package io.github.curlffm.internal.handle;

/**
 * Checks the room on the stack before libcurl may call back. Here a {@link StackOverflowError} is harmless. At the
 * entry of an upcall, after libcurl and its TLS library have used their part of the same stack, it would end the JVM.
 *
 * <p>The check is a recursion that does nothing. It must be cheap, so its frames are few and large: when compiled,
 * because each frame has room for the arguments of a call that is hardly ever made.
 */
public final class Headroom {

    /** Measured: plain transfers need 15 KiB, those with TLS and a DEBUGFUNCTION some more. */
    private static final int BYTES = 48 * 1024;

    /** For a call that calls back at once, if at all, to a lock or for memory; and what Java needs around it. */
    private static final int BYTES_FOR_A_CALL = 12 * 1024;

    // The smallest size of a frame.
    private static final int INTERPRETED = 170;
    private static final int COMPILED = 1200;

    /** Compiling begins after some hundreds of calls. */
    private static final int CALLS_UNTIL_COMPILED = 20_000;

    private static final boolean NEVER_COMPILED =
            System.getProperty("java.vm.info", "").contains("interpreted mode");

    /** Often enough that the compiler does not remove the call. */
    private static final int RARELY = 1024;

    private static int calls; // threads may lose some: it need not be exact

    private Headroom() {}

    /**
     * Returns if there is enough room.
     *
     * @throws StackOverflowError if there is not enough room
     */
    public static void require() {
        require(BYTES);
    }

    /**
     * Returns if there is enough room for a call of libcurl that calls back at once, if at all.
     *
     * @throws StackOverflowError if there is not enough room
     */
    public static void requireForACall() {
        require(BYTES_FOR_A_CALL);
    }

    private static void require(int bytes) {
        int count = calls;
        calls = count + 1;
        boolean compiled = Integer.compareUnsigned(count, CALLS_UNTIL_COMPILED) >= 0 && !NEVER_COMPILED;
        if (descend(bytes / (compiled ? COMPILED : INTERPRETED), false, count) == Long.MIN_VALUE) {
            throw new AssertionError("no sum of integers comes to that");
        }
    }

    private static long descend(int frames, boolean rare, long x) {
        if (rare) {
            return many(
                    x, x + 1, x + 2, x + 3, x + 4, x + 5, x + 6, x + 7, x + 8, x + 9, x + 10, x + 11, x + 12, x + 13,
                    x + 14, x + 15, x + 16, x + 17, x + 18, x + 19, x + 20, x + 21, x + 22, x + 23, x + 24, x + 25,
                    x + 26, x + 27, x + 28, x + 29, x + 30, x + 31, x + 32, x + 33, x + 34, x + 35, x + 36, x + 37,
                    x + 38, x + 39, x + 40, x + 41, x + 42, x + 43, x + 44, x + 45, x + 46, x + 47);
        }
        return frames == 0 ? x : descend(frames - 1, frames == 1 && (x & (RARELY - 1)) == 0, x) + 1;
    }

    private static long many(
            long a0,
            long a1,
            long a2,
            long a3,
            long a4,
            long a5,
            long a6,
            long a7,
            long a8,
            long a9,
            long a10,
            long a11,
            long a12,
            long a13,
            long a14,
            long a15,
            long a16,
            long a17,
            long a18,
            long a19,
            long a20,
            long a21,
            long a22,
            long a23,
            long a24,
            long a25,
            long a26,
            long a27,
            long a28,
            long a29,
            long a30,
            long a31,
            long a32,
            long a33,
            long a34,
            long a35,
            long a36,
            long a37,
            long a38,
            long a39,
            long a40,
            long a41,
            long a42,
            long a43,
            long a44,
            long a45,
            long a46,
            long a47) {
        return a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18
                + a19 + a20 + a21 + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31 + a32 + a33 + a34 + a35
                + a36 + a37 + a38 + a39 + a40 + a41 + a42 + a43 + a44 + a45 + a46 + a47;
    }
}
