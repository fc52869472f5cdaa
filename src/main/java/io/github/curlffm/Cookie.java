package io.github.curlffm;

import io.github.curlffm.option.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A cookie of a handle's cookie engine, as the lines of {@link Option#COOKIELIST} say it, in Netscape's format.
 *
 * <pre>{@code
 * List<Cookie> all = Cookie.parse(curl.get(COOKIELIST));
 * curl.set(COOKIELIST, new Cookie("example.com", true, "/", true, false, null, "session", "1234").line());
 * }</pre>
 *
 * @param domain the host that it belongs to, without a dot at the beginning
 * @param subdomains whether it also belongs to the hosts below that
 * @param path the beginning of the paths that it belongs to
 * @param secure whether it goes over secure connections only
 * @param httpOnly whether the server asked that scripts do not get it
 * @param expires when it ends, in whole seconds; null for the end of the session
 * @param name the name
 * @param value the value
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIELIST.html">CURLOPT_COOKIELIST</a>
 */
public record Cookie(
        String domain,
        boolean subdomains,
        String path,
        boolean secure,
        boolean httpOnly,
        Instant expires,
        String name,
        String value) {

    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final String TRUE = "TRUE";
    private static final String FALSE = "FALSE";
    private static final int FIELDS = 7;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one has a tab, a line break or a zero byte, the domain is empty or begins with a
     *     dot or {@code #}, or the end is before 1970
     */
    public Cookie {
        check("domain", domain);
        check("path", path);
        check("name", name);
        check("value", value);
        if (domain.isEmpty() || domain.startsWith(".") || domain.startsWith("#")) {
            throw new IllegalArgumentException(
                    "the domain of a cookie is the name of a host, without a dot before it, not \"" + domain + "\"");
        }
        if (expires != null && expires.getEpochSecond() <= 0) {
            throw new IllegalArgumentException(
                    "a cookie ends after 1970, not " + expires + "; null for the session's end");
        }
        expires = expires == null ? null : Instant.ofEpochSecond(expires.getEpochSecond());
    }

    private static void check(String part, String text) {
        Objects.requireNonNull(text, part);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException(
                        "the " + part + " of a cookie has a tab, line break or zero byte at index " + i);
            }
        }
    }

    /**
     * {@return the cookies of lines, in their order}
     *
     * @param lines lines in Netscape's format, for example what {@code get(COOKIELIST)} returns
     * @throws IllegalArgumentException if one is none
     */
    public static List<Cookie> parse(List<String> lines) {
        return lines.stream().map(Cookie::parse).toList();
    }

    /**
     * {@return the cookie of a line}
     *
     * @param line a line in Netscape's format
     * @throws IllegalArgumentException if it is none
     */
    public static Cookie parse(String line) {
        boolean httpOnly = line.startsWith(HTTP_ONLY);
        String[] fields = line.substring(httpOnly ? HTTP_ONLY.length() : 0).split("\t", -1);
        boolean withoutValue = fields.length == FIELDS - 1;
        if (!withoutValue && fields.length != FIELDS
                || !isFlag(fields[1])
                || !isFlag(fields[3])
                || !isTime(fields[4])) {
            throw new IllegalArgumentException("a line of a cookie has " + FIELDS
                    + " fields with tabs between them: domain, TRUE or FALSE for its subdomains, path, TRUE or FALSE for"
                    + " secure, seconds since 1970, name, value");
        }
        long seconds = Long.parseLong(fields[4]);
        return new Cookie(
                fields[0].startsWith(".") ? fields[0].substring(1) : fields[0],
                fields[1].equals(TRUE),
                fields[2],
                fields[3].equals(TRUE),
                httpOnly,
                seconds == 0 ? null : Instant.ofEpochSecond(seconds),
                fields[5],
                withoutValue ? "" : fields[6]);
    }

    private static boolean isFlag(String field) {
        return field.equals(TRUE) || field.equals(FALSE);
    }

    private static boolean isTime(String field) {
        return field.matches("\\d{1,18}");
    }

    /** {@return the line in Netscape's format, for {@link Option#COOKIELIST} or a file for {@link Option#COOKIEFILE}} */
    public String line() {
        return String.join(
                "\t",
                (httpOnly ? HTTP_ONLY : "") + (subdomains ? "." : "") + domain,
                flag(subdomains),
                path,
                flag(secure),
                "" + (expires == null ? 0 : expires.getEpochSecond()),
                name,
                value);
    }

    private static String flag(boolean set) {
        return set ? TRUE : FALSE;
    }

    /** {@return name, domain and path, without the value, which may be a secret} */
    @Override
    public String toString() {
        return "Cookie[" + name + " of " + (subdomains ? "*." : "") + domain + path + "]";
    }
}
