package io.github.curlffm;

import io.github.curlffm.internal.Kept;
import io.github.curlffm.internal.MimeReader;
import io.github.curlffm.internal.Registry;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A MIME structure for a form upload or a mail: a list of parts.
 *
 * <pre>{@code
 * try (var curl = new Easy(); var mime = new Mime(curl)) {
 *     mime.addPart().name("title").data("Summer");
 *     mime.addPart().name("photo").filename("photo.jpg").type("image/jpeg").stream(in);
 *     curl.set(URL, url).set(MIMEPOST, mime).perform();
 * }
 * }</pre>
 *
 * <p>It belongs to one easy handle, and is used by one thread at a time together with it. The two may be closed in any
 * order.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_init.html">curl_mime_init</a>
 */
public final class Mime extends Attachment implements AutoCloseable {

    private final Easy easy;
    private final Kept kept;
    private final Ownership ownership;
    private final List<Mime> subparts = new ArrayList<>();
    private final List<MimeReader> readers = new ArrayList<>();
    private final List<Long> readerIds;
    private Mime parent;

    /**
     * Makes a structure without parts. Since libcurl 7.56.0.
     *
     * @param easy the handle that is going to send it
     * @throws IllegalStateException when the handle is closed or in use by another thread
     */
    public Mime(Easy easy) {
        this.easy = easy;
        this.readerIds = new CopyOnWriteArrayList<>();
        MemorySegment self = easy.whileOpen(() -> curl_ffm_h.curl_mime_init(easy.self));
        if (self.address() == 0) {
            throw new OutOfMemoryError("curl_mime_init returned NULL");
        }
        List<Long> ids = readerIds;
        this.kept = new Kept(self, mime -> {
            curl_ffm_h.curl_mime_free(mime);
            ids.forEach(Registry::remove);
        });
        this.ownership = new Ownership(this, kept);
    }

    /**
     * {@return a new part, without data, at the end}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart</a>
     */
    public MimePart addPart() {
        return change(() -> {
            MemorySegment part = curl_ffm_h.curl_mime_addpart(kept.segment());
            if (part.address() == 0) {
                throw new OutOfMemoryError("curl_mime_addpart returned NULL");
            }
            return new MimePart(this, part);
        });
    }

    /** Runs something that changes the structure, if that is allowed now. */
    <T> T change(Supplier<T> change) {
        return easy.whileOpen(() -> {
            for (Mime mime = this; mime != null; mime = mime.parent) {
                mime.ownership.segment();
            }
            return change.get();
        });
    }

    /** Remembers a reader for as long as libcurl may call it; the number is forgotten with the structure. */
    void add(MimeReader reader) {
        readers.add(reader);
        root().readerIds.add(reader.id());
    }

    /** Hands a structure over to a part of this one, and with it the duty to free it. */
    MemorySegment adopt(Mime child) {
        if (child.easy != easy) {
            throw new IllegalArgumentException("the subparts belong to another easy handle");
        }
        if (child.parent != null || child == root()) {
            throw new IllegalArgumentException("the subparts are a part of a structure already");
        }
        return child.ownership.segment();
    }

    /** After libcurl has taken it. */
    void adopted(Mime child) {
        child.parent = this;
        child.kept.disown();
        subparts.add(child);
        root().readerIds.addAll(child.readerIds);
    }

    private Mime root() {
        Mime root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    @Override
    Kept keptFor(Option<?> option, Easy user) {
        if (user != easy) {
            throw CurlOptionException.bad(option, this, "it was made for another easy handle");
        }
        if (parent != null) {
            throw CurlOptionException.bad(option, this, "it is a part of another structure");
        }
        ownership.segment();
        return kept.share();
    }

    @Override
    void duplicated() {
        readers.forEach(MimeReader::duplicated);
        subparts.forEach(Mime::duplicated);
    }

    @Override
    Throwable takeFailure(Easy user) {
        Throwable failure = null;
        for (MimeReader reader : readers) {
            failure = first(failure, reader.takePending());
        }
        for (Mime mime : subparts) {
            failure = first(failure, mime.takeFailure(user));
        }
        return failure;
    }

    private static Throwable first(Throwable earlier, Throwable later) {
        if (earlier != null && later != null) {
            earlier.addSuppressed(later);
        }
        return earlier != null ? earlier : later;
    }

    /**
     * Lets go of the structure; it ends when the easy handle is done with it, too. A second time does nothing.
     *
     * @throws IllegalStateException from inside a callback of the easy handle, or while another thread uses it
     * @throws UncheckedIOException holding a {@link CallbackException}, when the clean-up of a part's data threw
     */
    @Override
    public void close() {
        easy.whileUnused("close()", () -> {
            if (parent == null && ownership.close()) {
                Easy.throwUnchecked(takeFailure(easy));
            }
        });
    }

    @Override
    public String toString() {
        return ownership.describe();
    }
}
