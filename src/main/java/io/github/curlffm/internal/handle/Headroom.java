package io.github.curlffm.internal.handle;

/**
 * Room on the stack, asked for before a transfer goes on. Here a {@link StackOverflowError} is one like any other; at the
 * entry of an upcall, where libcurl and its TLS library have taken their part of the same stack, it would end the JVM.
 */
public final class Headroom {

    /** Each takes about 300 bytes. Measured: plain transfers need 50, those with TLS and a DEBUGFUNCTION some more. */
    private static final int FRAMES = 160;

    /** For a call that does not call back: what Java itself needs around it, most of all while it is interpreted. */
    private static final int FRAMES_FOR_A_CALL = 16;

    private Headroom() {}

    /**
     * Goes on when there is enough.
     *
     * @throws StackOverflowError when there is not
     */
    public static void require() {
        descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    }

    /**
     * Goes on when there is enough for a call of libcurl that does not call back.
     *
     * @throws StackOverflowError when there is not
     */
    public static void requireForACall() {
        descend(FRAMES_FOR_A_CALL, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    }

    /** The many arguments, all needed once more afterwards, make a frame large also when it is compiled. */
    private static long descend(
            int frames,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i,
            long j,
            long k,
            long l,
            long m,
            long n,
            long o,
            long p) {
        if (frames == 0) {
            return a;
        }
        long below = descend(frames - 1, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, a);
        return below + a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;
    }
}
