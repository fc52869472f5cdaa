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
 * One part of a {@link Mime}: its data and their headers. Setting the data again replaces them.
 *
 * <p>Every method throws {@link IllegalStateException} when the structure or its easy handle is closed, and
 * {@link IllegalArgumentException} when libcurl refuses. Strings are in the charset of the easy handle.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart</a>
 */
public final class MimePart {

    /** The size of data whose length is not known in advance. */
    public static final long UNKNOWN_SIZE = -1;

    /** The encoding of the data for the transfer. */
    public enum Encoder {
        /** Not encoded. */
        BINARY("binary"),
        /** Not encoded, labelled as 8-bit. */
        EIGHT_BIT("8bit"),
        /** Not encoded, labelled as 7-bit; a byte with its highest bit set ends the transfer with an error. */
        SEVEN_BIT("7bit"),
        /** Base64. */
        BASE64("base64"),
        /** Quoted-printable. */
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
     * Sets the name of the part: in a form, the name of the field.
     *
     * @param name the name
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_name.html">curl_mime_name</a>
     */
    public MimePart name(String name) {
        return set("name", name, string -> curl_ffm_h.curl_mime_name(self, string));
    }

    /**
     * Sets the file name of the part. A server takes a part with a file name for a file.
     *
     * @param filename the file name
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_filename.html">curl_mime_filename</a>
     */
    public MimePart filename(String filename) {
        return set("filename", filename, string -> curl_ffm_h.curl_mime_filename(self, string));
    }

    /**
     * Sets the content type of the data.
     *
     * @param mimetype the type, for example {@code "image/png"}
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_type.html">curl_mime_type</a>
     */
    public MimePart type(String mimetype) {
        return set("type", mimetype, string -> curl_ffm_h.curl_mime_type(self, string));
    }

    /**
     * Sets the encoding of the data for the transfer; default none.
     *
     * @param encoder the encoding
     * @return this part
     * @see <a href="https://curl.se/libcurl/c/curl_mime_encoder.html">curl_mime_encoder</a>
     */
    public MimePart encoder(Encoder encoder) {
        return set("encoder", encoder.encoding, string -> curl_ffm_h.curl_mime_encoder(self, string));
    }

    /**
     * Sets additional headers of the part.
     *
     * @param headers lines of the form {@code "Name: value"}; they replace those set before
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
     * Sets the data to a string, encoded in the easy handle's charset.
     *
     * @param data the string
     * @return this part
     */
    public MimePart data(String data) {
        return data(mime.text().data(data, Text.refusal("the data of a MIME part", data)));
    }

    /**
     * Sets the data to the content of a file, which is read when it is sent. Also sets the file name of the part.
     *
     * @param file the file
     * @return this part
     * @throws NoSuchFileException if the file does not exist. A transfer of the part then fails with a
     *     {@link CallbackException}, whose cause is this exception, until the part gets other data
     * @throws IllegalArgumentException if the file cannot be read, or is a directory; a transfer fails then, too
     * @throws UnsupportedOperationException if the path is not of the default file system, for example in an archive; a
     *     transfer of the part fails then, too
     * @see <a href="https://curl.se/libcurl/c/curl_mime_filedata.html">curl_mime_filedata</a>
     */
    public MimePart file(Path file) throws NoSuchFileException {
        Objects.requireNonNull(file, "file");
        if (!FileName.isSystems(file)) {
            throw new UnsupportedOperationException("the file of a MIME part is not the operating system's: " + file);
        }
        try {
            return fill(file);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof NoSuchFileException missing) {
                throw missing;
            }
            throw e;
        }
    }

    private MimePart fill(Path file) {
        return mime.change(() -> orNotSent(() -> {
            byte[] name = MimeContent.fileName(file);
            try {
                return fill(
                        "file",
                        file,
                        null,
                        null,
                        arena -> curl_ffm_h.curl_mime_filedata(self, C.terminated(name, arena)));
            } catch (IllegalArgumentException e) {
                throw Files.exists(file)
                        ? e
                        : new IllegalArgumentException(new NoSuchFileException(file.toString(), null, e.getMessage()));
            }
        }));
    }

    /** A part whose data were refused would be sent as an empty part, if the program goes on. */
    private MimePart orNotSent(Supplier<MimePart> data) {
        try {
            return data.get();
        } catch (UncheckedIOException | IllegalArgumentException | UnsupportedOperationException e) {
            if (e.getCause() instanceof CallbackException) { // of the end of what the part had; it has the new data
                throw e;
            }
            fillByCallback(
                    MimeContent.refusing(e.getCause() instanceof NoSuchFileException missing ? missing : e),
                    UNKNOWN_SIZE,
                    (offset, origin) -> SeekCallback.Result.OK,
                    null);
            throw e;
        }
    }

    /**
     * Sets the data to the bytes that a callback gives.
     *
     * @param read gives the data
     * @param size the number of bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @return this part
     */
    public MimePart data(ReadCallback read, long size) {
        return data(read, size, null, null);
    }

    /**
     * Sets the data to the bytes that a callback gives.
     *
     * <p>A duplicate of the easy handle reads from the same callback. So the two must send one after the other: while
     * one performs or is in a {@link Multi}, the other throws {@link IllegalStateException}. The second transfer begins
     * with {@code seek}; without it, it fails with {@link CurlCode#SEND_FAIL_REWIND}.
     *
     * @param read gives the data; if they end before {@code size}, the transfer fails with an
     *     {@link java.io.EOFException}
     * @param size the number of bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @param seek goes back to the beginning, to send the data again; null if that is not possible
     * @param whenFree closed once, when neither this part nor its copies in duplicates of the easy handle need the
     *     data; or null. If the structure is not closed, this happens some time after it has become unreachable, in
     *     another thread, and an exception is lost. It must not refer to the structure or the easy handle: they would
     *     stay reachable for ever
     * @return this part
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if closing the previous data of the part
     *     throws; the part has the new data nevertheless
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
     * Sets the data to the bytes of a stream, of unknown length. The stream is closed when libcurl no longer needs it.
     *
     * @param in the stream
     * @return this part
     */
    public MimePart stream(InputStream in) {
        return stream(in, UNKNOWN_SIZE);
    }

    /**
     * Sets the data to the bytes of a stream. The stream is closed when libcurl no longer needs it.
     *
     * @param in the stream
     * @param size the number of bytes to send, or {@link #UNKNOWN_SIZE} for all
     * @return this part
     */
    public MimePart stream(InputStream in, long size) {
        return data(in::read, size, null, in);
    }

    /**
     * Sets the data to the bytes of a channel, from its current position. The channel is closed when libcurl no longer
     * needs it. If it is refused, it is not closed, and a transfer of the part fails, as with {@link #file}.
     *
     * @param channel the channel; a {@link SeekableByteChannel} has a known length and can be sent again
     * @return this part
     * @throws IllegalArgumentException if the channel is in non-blocking mode: having no data yet would look like the
     *     end
     * @throws UncheckedIOException if the position or size of the channel cannot be read
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
     * Sets the data to another structure, which then belongs to this part and is released with it.
     *
     * @param subparts a structure of the same easy handle
     * @return this part
     * @throws IllegalArgumentException if it belongs to another easy handle, or to another part, or is set as the
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

    /** Adds the data of this part that libcurl reads by callbacks. */
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
