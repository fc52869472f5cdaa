package io.github.curlffm;

import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.option.Follow;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The options, infos and headers of an easy handle. */
abstract sealed class SettableEasy extends EasyHandle permits TransferringEasy {

    /** The last request of a series of redirects. */
    public static final int LAST_REQUEST = -1;

    SettableEasy(MemorySegment self) {
        super(self);
    }

    final Easy easy() {
        return (Easy) this;
    }

    /**
     * Sets the charset of all strings of this handle, in both directions: options, bodies that are strings, infos,
     * headers, cookies, file names, forms, error messages. Default UTF-8; with {@code ISO_8859_1} each byte is one
     * character. Options that are already set do not change.
     *
     * <p>An international host name needs UTF-8. For a file name that the charset does not have, use a {@link Path}. A
     * string that the charset cannot encode is refused. A byte that cannot be decoded, for example in a header that is
     * not UTF-8, becomes two noncharacters (U+FDD0 to U+FDEF); they become the same byte again when the string is
     * passed back. {@link Easy#duplicate} copies the charset, {@link Easy#reset} sets UTF-8.
     *
     * @param charset the charset
     * @return this handle
     * @throws IllegalArgumentException if the charset does not encode ASCII as ASCII, for example UTF-16
     * @throws IllegalStateException if the handle is closed or in use by another thread
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
     * Sets an option. It stays until it is set again, {@linkplain #unset unset} or {@linkplain Easy#reset reset}.
     *
     * @param <T> the Java type of the option's value
     * @param option the option
     * @param value its value, never null
     * @return this handle
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value
     * @throws NullPointerException if the value is null; use {@link #unset}
     * @throws IllegalStateException if the handle is closed or in use by another thread, or if it is in use by a
     *     callback or a {@link Multi} and the option is none of {@linkplain Easy these}
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
     * @param option the option
     * @param value its value
     * @return this handle
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Sets an option that takes a number to 1 or 0.
     *
     * @param option the option
     * @param value true for 1, false for 0
     * @return this handle
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, boolean value) {
        return set(option, value ? 1L : 0L);
    }

    /**
     * Sets an option that is a length of time, such as {@code TIMEOUT_MS} or {@code DNS_CACHE_TIMEOUT}, in the option's
     * unit. What is more than a whole number of them is rounded up, so that a short time does not become 0, which means
     * no limit for many options.
     *
     * @param option the option
     * @param time how long; not negative
     * @return this handle
     * @throws CurlOptionException if the option is not a length of time, the time is negative, or the loaded libcurl does
     *     not have the option or refuses the value
     */
    public Easy set(Option<Long> option, Duration time) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(time, "time");
        return whileOpen(() -> {
            options.set(option, OtherForms.number(option, time));
            return easy();
        });
    }

    /**
     * Sets how redirects are followed.
     *
     * @param option {@link Option#FOLLOWLOCATION}
     * @param follow what becomes of a {@code CUSTOMREQUEST}
     * @return this handle
     * @throws CurlOptionException if it is another option, or the loaded libcurl refuses the value
     */
    public Easy set(Option<Long> option, Follow follow) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(follow, "follow");
        return whileOpen(() -> {
            options.set(option, OtherForms.number(option, follow));
            return easy();
        });
    }

    /**
     * Sets an option that is a URI: {@code URL}, {@code PROXY}, {@code PRE_PROXY}, {@code DOH_URL} or {@code REFERER}.
     * Characters that are not ASCII are percent-encoded.
     *
     * @param option the option
     * @param uri its value
     * @return this handle
     * @throws CurlOptionException if the option is not a URI, or the loaded libcurl does not have it or refuses the value
     */
    public Easy set(Option<String> option, URI uri) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(uri, "uri");
        return whileOpen(() -> {
            options.set(option, OtherForms.string(option, uri));
            return easy();
        });
    }

    /**
     * Sets the headers of requests: {@code HTTPHEADER} or {@code PROXYHEADER}. They replace those that were set before.
     * With an empty value, a header is sent without a value. The list form can do more: {@code "Name:"} removes a header
     * that libcurl sends by itself.
     *
     * @param option the option
     * @param headers the values by the names
     * @return this handle
     * @throws CurlOptionException if the option takes no headers, a name is none, or the loaded libcurl does not have the
     *     option or refuses the value
     */
    public Easy set(Option<List<String>> option, Map<String, String> headers) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(headers, "headers");
        return whileOpen(() -> {
            options.set(option, OtherForms.lines(option, headers));
            return easy();
        });
    }

    /**
     * Sets an option that takes bytes to a string, encoded in the handle's {@linkplain #charset() charset}.
     *
     * @param option the option
     * @param value the string
     * @return this handle
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value, or the charset
     *     cannot encode the string
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
     * Sets an option that names a file or a directory, for example {@code CAINFO}, {@code COOKIEJAR} or
     * {@code SSLCERT}, to the bytes of the name on the system, in any charset.
     *
     * @param option the option
     * @param path the file
     * @return this handle
     * @throws CurlOptionException if the option does not name a file, the path is not of the default file system, or
     *     the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<String> option, Path path) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(path, "path");
        return whileOpen(() -> {
            options.setPath(option, path);
            return easy();
        });
    }

    /**
     * Sets a callback that consumes all bytes: the form of the lambda that returns nothing.
     *
     * <p>A bare method call or a method reference is taken as this form even if the method returns a number, which is
     * ignored. With {@link WriteCallback#counted} the number is used.
     *
     * @param option the option
     * @param callback takes the bytes
     * @return this handle
     */
    public Easy set(Option<WriteCallback> option, WriteCallback.All callback) {
        return set(option, (WriteCallback) callback);
    }

    /**
     * Sets a progress callback that only watches: the form of the lambda that returns nothing.
     *
     * <p>A bare method call or a method reference is taken as this form even if the method returns a number, which is
     * ignored. With {@link XferInfoCallback#answering} the number is used.
     *
     * @param option {@link Option#XFERINFOFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<XferInfoCallback> option, XferInfoCallback.Watch callback) {
        return set(option, (XferInfoCallback) callback);
    }

    /**
     * Sets a progress callback of the old form that only watches: the form of the lambda that returns nothing.
     *
     * @param option {@link Option#PROGRESSFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<ProgressCallback> option, ProgressCallback.Watch callback) {
        return set(option, (ProgressCallback) callback);
    }

    /**
     * Sets an option to its default. Without a {@code WRITEFUNCTION} the body goes to {@code System.out}, without a
     * {@code READFUNCTION} it comes from {@code System.in}.
     *
     * @param option the option
     * @return this handle
     * @throws CurlOptionException if the loaded libcurl does not have the option
     * @throws IllegalStateException if the handle is closed or in use by another thread, or if it is in use by a
     *     callback or a {@link Multi} and the option is none of {@linkplain Easy these}
     */
    public Easy unset(Option<?> option) {
        Objects.requireNonNull(option, "option");
        return whileOpen(() -> {
            options.unset(option);
            return easy();
        });
    }

    /**
     * Returns an info about the last transfer.
     *
     * @param <T> the Java type of the info's value
     * @param info the info
     * @return its value; null only where the documentation of the info says so
     * @throws CurlOptionException if the loaded libcurl does not have the info
     * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo</a>
     */
    public <T> T get(Info<T> info) {
        Objects.requireNonNull(info, "info");
        return whileOpen(() -> EasyInfos.get(easy(), info));
    }

    /**
     * Returns an info that holds any object, as an object of a class: {@code curl.get(PRIVATE, Download.class)}.
     *
     * @param <T> the class
     * @param info {@link Info#PRIVATE}
     * @param type the class
     * @return its value, or null
     * @throws ClassCastException if it is an object of another class
     */
    public <T> T get(Info<Object> info, Class<T> type) {
        Objects.requireNonNull(type, "type");
        return type.cast(get(info));
    }

    /**
     * {@return the first header of a name in the last response, or null if there is none} Since libcurl 7.83.0.
     *
     * @param name the name, in upper or lower case
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public Header header(String name) {
        return header(name, 0, Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return a header, or null if there is none} Since libcurl 7.83.0.
     *
     * @param name the name, in upper or lower case
     * @param index the index among the headers of that name, from 0
     * @param origins the accepted origins
     * @param request the index of the request in a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @throws IllegalArgumentException if libcurl refuses, for example because {@code origins} is empty
     * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header</a>
     */
    public Header header(String name, long index, Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.get(easy(), name, index, origins, request));
    }

    /**
     * {@return the headers of the last response, in their order, without trailers and the like} Since libcurl 7.83.0.
     *
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public List<Header> headers() {
        return headers(Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return the headers of a name in the last response, in their order, without trailers and the like} Since
     * libcurl 7.83.0.
     *
     * @param name the name, in upper or lower case
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public List<Header> headers(String name) {
        Objects.requireNonNull(name, "name");
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .toList();
    }

    /**
     * {@return headers, in their order} Since libcurl 7.83.0.
     *
     * @param origins the accepted origins
     * @param request the index of the request in a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_easy_nextheader.html">curl_easy_nextheader</a>
     */
    public List<Header> headers(Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.all(easy(), origins, request));
    }

    /**
     * {@return the values of the headers of the last response by their names, without trailers and the like} Since libcurl
     * 7.83.0. A name is found in upper or lower case. The names are in the order in which they came first, as the server
     * wrote them. The map cannot be changed, and does not change with the next transfer.
     *
     * <pre>{@code
     * List<String> cookies = curl.headerMap().getOrDefault("Set-Cookie", List.of());
     * }</pre>
     *
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public Map<String, List<String>> headerMap() {
        return new HeaderMap(headers());
    }
}
