package io.github.curlffm.internal.c;

/** Makes the text of a value for an exception's message. */
public final class Shown {

    private static final int AT_MOST = 120;

    private Shown() {}

    /** {@return the text of a value, shortened, with control characters escaped} */
    public static String of(Object value) {
        String text = value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(AT_MOST).forEach(c -> {
            if (Character.isISOControl(c) || isOfNoCharacter(c)) {
                printable.append(String.format("\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return text.length() > AT_MOST ? printable + "... (" + text.length() + " characters)" : printable.toString();
    }

    private static boolean isOfNoCharacter(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    /** {@return the text of an exception, even if its {@code toString} or {@code getMessage} throws} */
    public static String of(Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (Throwable e) { // whatever it is: what the callback threw must not be lost by that
            return thrown.getClass().getName() + " (whose message threw "
                    + e.getClass().getName() + ")";
        }
    }
}
