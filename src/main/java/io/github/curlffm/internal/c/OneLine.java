package io.github.curlffm.internal.c;

/** Keeps a line break in a string from becoming another line on the wire. */
public final class OneLine {

    private OneLine() {}

    /**
     * Refuses a string that holds a line break or a zero byte. For lists there are {@link Lines}.
     *
     * @param what what the string is, for the message
     * @throws IllegalArgumentException naming the string and the place
     */
    public static void refuseBreak(String what, String line) {
        int at = firstBreak(line);
        if (at >= 0) {
            throw new IllegalArgumentException(
                    what + " has a line break or zero byte at index " + at + ": \"" + Shown.of(line) + "\"");
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
