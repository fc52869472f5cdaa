package io.github.curlffm;

import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The options, infos and headers of an easy handle. */
abstract sealed class SettableEasy extends EasyHandle permits Easy {

    /** Stands for the last request of a series of redirects. */
    public static final int LAST_REQUEST = -1;

    SettableEasy(MemorySegment self) {
        super(self);
    }

    private Easy easy() {
        return (Easy) this;
    }

    /**
     * Says in which charset the strings of this handle travel, all of them in both directions: options, bodies given as
     * strings, infos, headers, cookies, names of files, forms, error messages. Default UTF-8; {@code ISO_8859_1} makes
     * each byte one character. What has been set already stays as it was sent.
     *
     * <p>The name of a host outside ASCII needs UTF-8, and a file whose name is not in the charset is set as a
     * {@link Path}. What cannot be written in the charset is refused. What cannot be read in it, such as a header that is
     * not UTF-8, becomes noncharacters (two of U+FDD0 to U+FDEF for a byte), which become the same bytes when the string
     * is given back. {@link Easy#duplicate} inherits the charset, {@link Easy#reset} goes back to UTF-8.
     *
     * @param charset which one
     * @return this handle
     * @throws IllegalArgumentException for one in which ASCII is not ASCII, such as UTF-16
     * @throws IllegalStateException when the handle is closed or in use by another thread
     */
    public Easy charset(Charset charset) {
        Text text = Text.in(charset);
        try (Use _ = enter()) {
            state.text(text);
            return easy();
        }
    }

    /** {@return the charset of this handle's strings} */
    public Charset charset() {
        try (Use _ = enter()) {
            return state.text().charset();
        }
    }

    /**
     * Sets an option, until it is set again, {@linkplain #unset unset} or {@linkplain Easy#reset reset}.
     *
     * @param <T> the Java type of the option's value
     * @param option which one
     * @param value its value, never null
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     * @throws NullPointerException for null; {@link #unset} takes an option back
     * @throws IllegalStateException when the handle is closed or in use by another thread; and when it is in use by this
     *     one, a callback of it or a {@link Multi}, for all options but {@linkplain Easy these}
     * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt</a>
     */
    public <T> Easy set(Option<T> option, T value) {
        Objects.requireNonNull(option, "option");
        if (value == null) {
            throw new NullPointerException(option + " is not set to null; use unset(" + option.name() + ")");
        }
        return whileOpen(() -> {
            options.set(option, value);
            return easy();
        });
    }

    /**
     * Sets an option that takes a number.
     *
     * @param option which one
     * @param value its value
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Sets an option that takes a number to 1 or 0.
     *
     * @param option which one
     * @param value true for 1, false for 0
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, boolean value) {
        return set(option, value ? 1L : 0L);
    }

    /**
     * Sets an option that takes bytes to those of a string in the handle's {@linkplain #charset() charset}.
     *
     * @param option which one
     * @param value the string
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value, or the charset
     *     cannot write the string
     */
    public Easy set(Option<byte[]> option, String value) {
        if (value == null) {
            return set(option, (byte[]) null);
        }
        return whileOpen(() -> {
            options.setText(option, value);
            return easy();
        });
    }

    /**
     * Sets an option that names a file or a folder, such as {@code CAINFO}, {@code COOKIEJAR} or {@code SSLCERT}, to the
     * very bytes of the name, whatever charset they are in.
     *
     * @param option which one
     * @param path the file, or where to start from
     * @param more the names that lead on from there, as in {@link Path#of(String, String...)}; mostly none
     * @return this handle
     * @throws CurlOptionException when the option does not name a file, the file is in an archive or the like, the
     *     loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<String> option, Path path, String... more) { // without "more", set(URL, null) is ambiguous
        Objects.requireNonNull(option, "option");
        Path file = path;
        for (String name : more) {
            file = file.resolve(name);
        }
        Path whole = Objects.requireNonNull(file, "path");
        return whileOpen(() -> {
            options.setPath(option, whole);
            return easy();
        });
    }

    /**
     * Sets a callback that consumes everything it gets: the form of the lambda that returns nothing.
     *
     * <p>A bare method call or a method reference ends up here even if the method returns a number, which is ignored;
     * {@link WriteCallback#counted} makes it count.
     *
     * @param option which one
     * @param callback takes the bytes
     * @return this handle
     */
    public Easy set(Option<WriteCallback> option, WriteCallback.All callback) {
        return set(option, (WriteCallback) callback);
    }

    /**
     * Sets a progress callback that only watches: the form of the lambda that returns nothing.
     *
     * @param option {@link Option#XFERINFOFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<XferInfoCallback> option, XferInfoCallback.Watch callback) {
        return set(option, (XferInfoCallback) callback);
    }

    /**
     * Sets a progress callback of the old kind that only watches: the form of the lambda that returns nothing.
     *
     * @param option {@link Option#PROGRESSFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<ProgressCallback> option, ProgressCallback.Watch callback) {
        return set(option, (ProgressCallback) callback);
    }

    /**
     * Takes an option back to libcurl's default, made safe: without a {@code WRITEFUNCTION} the body goes to
     * {@code System.out}, without a {@code READFUNCTION} it comes from {@code System.in}.
     *
     * @param option which one
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option
     * @throws IllegalStateException when the handle is closed or in use by another thread; and when it is in use by this
     *     one, a callback of it or a {@link Multi}, for all options but {@linkplain Easy these}
     */
    public Easy unset(Option<?> option) {
        Objects.requireNonNull(option, "option");
        return whileOpen(() -> {
            options.unset(option);
            return easy();
        });
    }

    /**
     * Asks about the last transfer.
     *
     * @param <T> the Java type of the info's value
     * @param info what
     * @return its value; null where the info's documentation says so
     * @throws CurlOptionException when the loaded libcurl does not have the info
     * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo</a>
     */
    public <T> T get(Info<T> info) {
        Objects.requireNonNull(info, "info");
        return whileOpen(() -> EasyInfos.get(easy(), info));
    }

    /**
     * {@return the first header of a name in the last response, or null}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public Header header(String name) {
        return header(name, 0, Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return a header, or null}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @param index which one of that name, from 0
     * @param origins where it may have come from
     * @param request which request of a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalArgumentException when libcurl refuses, for one because {@code origins} is empty
     * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header</a>
     */
    public Header header(String name, long index, Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.get(easy(), name, index, origins, request));
    }

    /**
     * {@return the ordinary headers of the last response, in their order}; since libcurl 7.83.0.
     *
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public List<Header> headers() {
        return headers(Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return the ordinary headers of a name in the last response, in their order}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public List<Header> headers(String name) {
        Objects.requireNonNull(name, "name");
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .toList();
    }

    /**
     * {@return headers, in their order}; since libcurl 7.83.0.
     *
     * @param origins where they may have come from
     * @param request which request of a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_easy_nextheader.html">curl_easy_nextheader</a>
     */
    public List<Header> headers(Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.all(easy(), origins, request));
    }
}
