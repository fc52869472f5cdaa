package io.github.curlffm.internal.c;

import java.util.List;

/** Keeps a line break in a string from becoming another line on the wire. */
public final class OneLine {

    private OneLine() {}

    /**
     * Refuses strings that hold a line break or a zero byte.
     *
     * @param what what the strings are, for the message
     * @throws IllegalArgumentException naming the string and the place
     */
    public static void refuseBreaks(String what, List<String> lines) {
        for (String line : lines) {
            int at = firstBreak(line);
            if (at >= 0) {
                throw new IllegalArgumentException(
                        what + " has a line break or zero byte at index " + at + ": \"" + Shown.of(line) + "\"");
            }
        }
    }

    /** {@return the index of the first CR, LF or NUL, or -1} */
    public static int firstBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                return i;
            }
        }
        return -1;
    }
}
