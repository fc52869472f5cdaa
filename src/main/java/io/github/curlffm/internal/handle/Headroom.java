package io.github.curlffm.internal.handle;

/**
 * Room on the stack, asked for before libcurl may call back. Here a {@link StackOverflowError} is one like any other; at
 * the entry of an upcall, where libcurl and its TLS library have taken their part of the same stack, it would end the JVM.
 *
 * <p>Asking is a recursion that does nothing. It must not cost as much as what is asked for, so its frames are few and
 * large: a call that is hardly ever made has many arguments, for which each compiled frame has room, and they are
 * variables, for which each interpreted one has. It cannot be known which of them a call gets; a frame may be compiled
 * today, and interpreted again tomorrow.
 */
public final class Headroom {

    /** Measured: plain transfers need 15 KiB, those with TLS and a DEBUGFUNCTION some more. */
    private static final int BYTES = 48 * 1024;

    /** For a call that calls back at once, to a lock or for memory, if at all; and what Java needs around it. */
    private static final int BYTES_FOR_A_CALL = 12 * 1024;

    /** What a frame takes at least: 771 bytes from the best compiler (measured), 1,400 to 1,600 otherwise. */
    private static final int FRAME = 700;

    /** Often enough for the compiler not to leave the call out, which has seen only some thousand frames by then. */
    private static final int RARELY = 16;

    private static int calls; // threads may lose some: it only tells about how many

    private Headroom() {}

    /**
     * Goes on when there is enough.
     *
     * @throws StackOverflowError when there is not
     */
    public static void require() {
        require(BYTES);
    }

    /**
     * Goes on when there is enough for a call of libcurl that calls back at once, if at all.
     *
     * @throws StackOverflowError when there is not
     */
    public static void requireForACall() {
        require(BYTES_FOR_A_CALL);
    }

    private static void require(int bytes) {
        int count = calls;
        calls = count + 1;
        if (descend(bytes / FRAME, false, count) == Long.MIN_VALUE) {
            throw new AssertionError("no sum of integers comes to that");
        }
    }

    private static long descend(int frames, boolean rare, long x) {
        if (rare) {
            long a0 = x + 0;
            long a1 = x + 1;
            long a2 = x + 2;
            long a3 = x + 3;
            long a4 = x + 4;
            long a5 = x + 5;
            long a6 = x + 6;
            long a7 = x + 7;
            long a8 = x + 8;
            long a9 = x + 9;
            long a10 = x + 10;
            long a11 = x + 11;
            long a12 = x + 12;
            long a13 = x + 13;
            long a14 = x + 14;
            long a15 = x + 15;
            long a16 = x + 16;
            long a17 = x + 17;
            long a18 = x + 18;
            long a19 = x + 19;
            long a20 = x + 20;
            long a21 = x + 21;
            long a22 = x + 22;
            long a23 = x + 23;
            long a24 = x + 24;
            long a25 = x + 25;
            long a26 = x + 26;
            long a27 = x + 27;
            long a28 = x + 28;
            long a29 = x + 29;
            long a30 = x + 30;
            long a31 = x + 31;
            long a32 = x + 32;
            long a33 = x + 33;
            long a34 = x + 34;
            long a35 = x + 35;
            long a36 = x + 36;
            long a37 = x + 37;
            long a38 = x + 38;
            long a39 = x + 39;
            long a40 = x + 40;
            long a41 = x + 41;
            long a42 = x + 42;
            long a43 = x + 43;
            long a44 = x + 44;
            long a45 = x + 45;
            long a46 = x + 46;
            long a47 = x + 47;
            long a48 = x + 48;
            long a49 = x + 49;
            long a50 = x + 50;
            long a51 = x + 51;
            long a52 = x + 52;
            long a53 = x + 53;
            long a54 = x + 54;
            long a55 = x + 55;
            long a56 = x + 56;
            long a57 = x + 57;
            long a58 = x + 58;
            long a59 = x + 59;
            long a60 = x + 60;
            long a61 = x + 61;
            long a62 = x + 62;
            long a63 = x + 63;
            long a64 = x + 64;
            long a65 = x + 65;
            long a66 = x + 66;
            long a67 = x + 67;
            long a68 = x + 68;
            long a69 = x + 69;
            long a70 = x + 70;
            long a71 = x + 71;
            long a72 = x + 72;
            long a73 = x + 73;
            long a74 = x + 74;
            long a75 = x + 75;
            long a76 = x + 76;
            long a77 = x + 77;
            long a78 = x + 78;
            long a79 = x + 79;
            return many(
                            a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19,
                            a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37,
                            a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55,
                            a56, a57, a58, a59)
                    + a60
                    + a61
                    + a62
                    + a63
                    + a64
                    + a65
                    + a66
                    + a67
                    + a68
                    + a69
                    + a70
                    + a71
                    + a72
                    + a73
                    + a74
                    + a75
                    + a76
                    + a77
                    + a78
                    + a79;
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
            long a47,
            long a48,
            long a49,
            long a50,
            long a51,
            long a52,
            long a53,
            long a54,
            long a55,
            long a56,
            long a57,
            long a58,
            long a59) {
        return a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18
                + a19 + a20 + a21 + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31 + a32 + a33 + a34 + a35
                + a36 + a37 + a38 + a39 + a40 + a41 + a42 + a43 + a44 + a45 + a46 + a47 + a48 + a49 + a50 + a51 + a52
                + a53 + a54 + a55 + a56 + a57 + a58 + a59;
    }
}
