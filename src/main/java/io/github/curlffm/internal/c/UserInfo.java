package io.github.curlffm.internal.c;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks the user name and the password in a URL, for messages. */
public final class UserInfo {

    private static final String BLANK = "***";
    private static final String AFTER_SCHEME = "://";

    /** As in libcurl's message {@code Unsupported proxy syntax in 'http://user:password@host:port'}. */
    private static final Pattern QUOTED = Pattern.compile("(?s)'(.*@.*)'");

    private UserInfo() {}

    /**
     * {@return a URL, with or without a scheme, with its user information blanked} So is what may be a part of a
     * password that should have been percent-encoded.
     */
    public static String blanked(String url) {
        int at = url.lastIndexOf('@');
        int scheme = url.indexOf(AFTER_SCHEME);
        int start = scheme < 0 || scheme > at ? 0 : scheme + AFTER_SCHEME.length();
        if (at < start || !isUserInfo(url.substring(start, at + 1))) {
            return url;
        }
        return url.substring(0, start) + BLANK + url.substring(at);
    }

    /** {@return whether a text that ends with @ is not just a host, perhaps with a port, and a path} */
    private static boolean isUserInfo(String text) {
        return !text.matches("(?s)([^/?#@:]*|\\[[^/?#@]*])(:\\d+)?[/?#].*");
    }

    /** {@return libcurl's message with the user information of quoted URLs blanked} */
    public static String blankedWhereQuoted(String words) {
        return words.indexOf('@') < 0
                ? words
                : QUOTED.matcher(words)
                        .replaceAll(match -> Matcher.quoteReplacement("'" + blanked(match.group(1)) + "'"));
    }
}
