package io.github.curlffm;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.FileName;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.MimeData;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.SizedData;
import io.github.curlffm.internal.upcall.Stubs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * One part of a {@link Mime}: its data and how they are labelled. Setting the data again replaces them.
 *
 * <p>Every method throws {@link IllegalStateException} when the structure or its easy handle is closed, and
 * {@link IllegalArgumentException} when libcurl refuses. Strings are in the charset of the easy handle.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart</a>
 */
public final class MimePart {

    /** For data whose length is not known beforehand. */
    public static final long UNKNOWN_SIZE = -1;

    /** How the data travel. */
    public enum Encoder {
        /** As they are. */
        BINARY("binary"),
        /** As they are, said to be 8-bit text. */
        EIGHT_BIT("8bit"),
        /** As they are; a byte with its highest bit set ends the transfer with an error. */
        SEVEN_BIT("7bit"),
        /** In base64. */
        BASE64("base64"),
        /** In quoted-printable. */
        QUOTED_PRINTABLE("quoted-printable");

        private final String encoding;

        Encoder(String encoding) {
            this.encoding = encoding;
        }
    }

    private final Mime mime;
    private final MemorySegment self;

    private final MimeContent content = new MimeContent();

    MimePart(Mime mime, MemorySegment self) {
        this.mime = mime;
        this.self = self;
    }

    /**
     * Names the part, as a form's field is named.
     *
     * @param name the name
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_name.html">curl_mime_name</a>
     */
    public MimePart name(String name) {
        return set("name", name, string -> curl_ffm_h.curl_mime_name(self, string));
    }

    /**
     * Gives the part a file's name, which makes it a file in the eyes of the server.
     *
     * @param filename the name
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_filename.html">curl_mime_filename</a>
     */
    public MimePart filename(String filename) {
        return set("filename", filename, string -> curl_ffm_h.curl_mime_filename(self, string));
    }

    /**
     * Says what the data are.
     *
     * @param mimetype as in {@code "image/png"}
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_type.html">curl_mime_type</a>
     */
    public MimePart type(String mimetype) {
        return set("type", mimetype, string -> curl_ffm_h.curl_mime_type(self, string));
    }

    /**
     * Says how the data travel; default as they are.
     *
     * @param encoder the encoding
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_encoder.html">curl_mime_encoder</a>
     */
    public MimePart encoder(Encoder encoder) {
        return set("encoder", encoder.encoding, string -> curl_ffm_h.curl_mime_encoder(self, string));
    }

    /**
     * Gives the part headers of its own.
     *
     * @param headers lines of the form {@code "Name: value"}; replaces those set before
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_headers.html">curl_mime_headers</a>
     */
    public MimePart headers(List<String> headers) {
        List<byte[]> lines = mime.text().lines("a header of a MIME part", headers);
        return mime.change(() -> {
            MemorySegment list = C.slist(lines);
            int code = curl_ffm_h.curl_mime_headers(self, list, 1);
            if (code != 0) {
                curl_ffm_h.curl_slist_free_all(list);
            }
            return checked("headers", lines, code);
        });
    }

    /**
     * Sets the data to bytes, which are copied.
     *
     * @param data the bytes
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_data.html">curl_mime_data</a>
     */
    public MimePart data(byte[] data) {
        Objects.requireNonNull(data, "data");
        return mime.change(() -> fill("data", data, null, null, arena -> {
            MemorySegment bytes = arena.allocate(Math.max(1, data.length));
            MemorySegment.copy(data, 0, bytes, ValueLayout.JAVA_BYTE, 0, data.length);
            return curl_ffm_h.curl_mime_data(self, bytes, data.length);
        }));
    }

    /**
     * Sets the data to those of a string in the easy handle's charset.
     *
     * @param data the string
     * @return this part
     */
    public MimePart data(String data) {
        return data(mime.text().data(data, Text.refusal("the data of a MIME part", data)));
    }

    /**
     * Sets the data to a file's, read when they are sent; the part takes the file's name, too.
     *
     * @param file the file
     * @return this part
     * @throws IllegalArgumentException when there is no such file, holding a {@link NoSuchFileException}, or it cannot be
     *     read, or is a directory. The part is then not sent as an empty one: a transfer that comes to it ends with a
     *     {@link CallbackException} that holds this exception, until the part is given other data
     * @throws UnsupportedOperationException when the file is not the operating system's but in an archive or the like; the
     *     part is not sent then, either
     * @see <a href="https://curl.se/libcurl/c/curl_mime_filedata.html">curl_mime_filedata</a>
     */
    public MimePart file(Path file) {
        Objects.requireNonNull(file, "file");
        if (!FileName.isSystems(file)) {
            throw new UnsupportedOperationException("the file of a MIME part is not the operating system's: " + file);
        }
        return mime.change(() -> orNotSent(() -> {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException("the file of a MIME part is a directory: " + file);
            }
            String shown = file.toString();
            Text.UTF_8.line(shown, Text.refusal("the file of a MIME part", shown));
            try {
                return fill(
                        "file",
                        file,
                        null,
                        null,
                        arena -> curl_ffm_h.curl_mime_filedata(self, C.terminated(FileName.bytes(file), arena)));
            } catch (IllegalArgumentException e) {
                throw Files.exists(file)
                        ? e
                        : new IllegalArgumentException(e.getMessage(), new NoSuchFileException(file.toString()));
            }
        }));
    }

    /** A part whose data were refused would be sent as an empty one, by those who go on all the same. */
    private MimePart orNotSent(Supplier<MimePart> data) {
        try {
            return data.get();
        } catch (UncheckedIOException | IllegalArgumentException | UnsupportedOperationException e) {
            if (e.getCause() instanceof CallbackException) { // of the end of what the part had; it has the new data
                throw e;
            }
            fillByCallback(refusing(e), UNKNOWN_SIZE, (offset, origin) -> SeekCallback.Result.OK, null);
            throw e;
        }
    }

    private static ReadCallback refusing(RuntimeException e) {
        return buffer -> {
            throw e;
        };
    }

    /**
     * Sets the data to what a callback gives.
     *
     * @param read gives the data
     * @param size how many bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @return this part
     */
    public MimePart data(ReadCallback read, long size) {
        return data(read, size, null, null);
    }

    /**
     * Sets the data to what a callback gives.
     *
     * <p>A duplicate of the easy handle reads from the same callback. So the two have to send one after the other: while one
     * performs or is in a {@link Multi}, the other is refused with {@link IllegalStateException}. The second one to send
     * begins with {@code seek}; without it, it ends with {@link CurlCode#SEND_FAIL_REWIND}.
     *
     * @param read gives the data; an end before {@code size} ends the transfer, with an {@link java.io.EOFException}
     * @param size how many bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @param seek goes back to the beginning when the data must be sent again; null when that cannot be done
     * @param whenFree closed once, when neither this part nor one in a duplicate of the easy handle needs the data any
     *     more, or null. If nobody closes the structure, that happens some time after it has become unreachable, in a
     *     thread where nobody learns what it throws; so it must not refer to the structure or the easy handle, which
     *     would then be reachable for ever
     * @return this part
     * @throws UncheckedIOException holding a {@link CallbackException}, when closing what the part had before threw; it
     *     has the new data all the same
     * @see <a href="https://curl.se/libcurl/c/curl_mime_data_cb.html">curl_mime_data_cb</a>
     */
    public MimePart data(ReadCallback read, long size, SeekCallback seek, AutoCloseable whenFree) {
        Objects.requireNonNull(read, "read");
        if (size < UNKNOWN_SIZE) {
            throw new IllegalArgumentException(
                    "the size of a MIME part's data is " + size + "; it is a number of bytes, or UNKNOWN_SIZE (-1)");
        }
        return mime.change(() -> fillByCallback(read, size, seek, whenFree));
    }

    private MimePart fillByCallback(ReadCallback read, long size, SeekCallback seek, AutoCloseable whenFree) {
        MimeData data = size == UNKNOWN_SIZE
                ? new MimeData(read, seek, whenFree)
                : sized(new SizedData(read, size, seek), whenFree);
        return fill(
                "data",
                read,
                data,
                null,
                arena -> curl_ffm_h.curl_mime_data_cb(
                        self,
                        size,
                        Stubs.of(CallbackKind.MIME_READ),
                        Stubs.of(CallbackKind.MIME_SEEK),
                        Stubs.of(CallbackKind.MIME_FREE),
                        data.state().userdata()));
    }

    private static MimeData sized(SizedData data, AutoCloseable whenFree) {
        return new MimeData(data.read(), data.seek(), whenFree);
    }

    /**
     * Sets the data to a stream's, of unknown length; it is closed when libcurl needs it no more.
     *
     * @param in the stream
     * @return this part
     */
    public MimePart stream(InputStream in) {
        return stream(in, UNKNOWN_SIZE);
    }

    /**
     * Sets the data to a stream's; it is closed when libcurl needs it no more.
     *
     * @param in the stream
     * @param size how many bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @return this part
     */
    public MimePart stream(InputStream in, long size) {
        return data(in::read, size, null, in);
    }

    /**
     * Sets the data to a channel's, from its current position; it is closed when libcurl needs it no more. If
     * it is refused, it is not closed, and the part is not sent, as with {@link #file}.
     *
     * @param channel the channel; a {@link SeekableByteChannel} also gives the length and can be sent again
     * @return this part
     * @throws IllegalArgumentException when the channel does not block: nothing to read now would look like the end
     * @throws UncheckedIOException when the channel cannot tell its position and length
     */
    public MimePart channel(ReadableByteChannel channel) {
        Objects.requireNonNull(channel, "channel");
        return mime.change(() -> orNotSent(() -> {
            if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
                throw new IllegalArgumentException("a MIME part reads from a channel that blocks; this one does not");
            }
            return channel instanceof SeekableByteChannel seekable
                    ? fillBySeekable(seekable)
                    : fillByCallback(ReadCallback.view(channel::read), UNKNOWN_SIZE, null, channel);
        }));
    }

    private MimePart fillBySeekable(SeekableByteChannel channel) {
        long start;
        long size;
        try {
            start = channel.position();
            size = Math.max(0, channel.size() - start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SeekCallback seek = (offset, origin) -> {
            channel.position(start + offset);
            return SeekCallback.Result.OK;
        };
        return fillByCallback(ReadCallback.view(channel::read), size, seek, channel);
    }

    /**
     * Sets the data to another structure, which then belongs to this part and ends with it.
     *
     * @param subparts a structure of the same easy handle
     * @return this part
     * @throws IllegalArgumentException when it belongs to another easy handle, or to another part, or is set as the
     *     handle's {@code MIMEPOST}
     * @see <a href="https://curl.se/libcurl/c/curl_mime_subparts.html">curl_mime_subparts</a>
     */
    public MimePart subparts(Mime subparts) {
        Objects.requireNonNull(subparts, "subparts");
        return mime.change(() -> {
            MemorySegment adopted = mime.adopt(subparts);
            return orNotSent(() -> fill("subparts", subparts, null, subparts, arena -> {
                int code = curl_ffm_h.curl_mime_subparts(self, adopted);
                if (code == 0) {
                    subparts.adoptedBy(mime);
                }
                return code;
            }));
        });
    }

    /** Adds what libcurl reads this part's data from by callbacks. */
    void addReadersTo(List<MimeData> readers) {
        content.addReadersTo(readers);
    }

    private MimePart fill(
            String what, Object value, MimeData newReader, Mime newSubparts, ToIntFunction<Arena> setter) {
        return checked(what, value, content.replace(newReader, newSubparts, () -> call(setter)));
    }

    private MimePart set(String what, String value, ToIntFunction<MemorySegment> setter) {
        Objects.requireNonNull(value, what);
        byte[] bytes = mime.text().line(value, Text.refusal("the " + what + " of a MIME part", value));
        return mime.change(() -> checked(what, value, call(arena -> setter.applyAsInt(C.terminated(bytes, arena)))));
    }

    private static int call(ToIntFunction<Arena> function) {
        try (Arena arena = Arena.ofConfined()) {
            return function.applyAsInt(arena);
        }
    }

    private MimePart checked(String what, Object value, int code) {
        if (code != 0) {
            throw new IllegalArgumentException("the " + what + " of a MIME part refused \"" + Shown.of(value) + "\": ["
                    + code + "] " + Library.strerror(code));
        }
        return this;
    }
}
