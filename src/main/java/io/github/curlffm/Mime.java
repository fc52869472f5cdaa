package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.MimeState;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
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
    private final List<MimePart> parts = new ArrayList<>();
    private Mime parent;

    /**
     * Makes a structure without parts. Since libcurl 7.56.0.
     *
     * @param easy the handle that is going to send it
     * @throws IllegalStateException when the handle is closed or in use by another thread
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public Mime(Easy easy) {
        Library.require("curl_mime_init", "7.56.0");
        this.easy = easy;
        MemorySegment self = easy.whileOpen(() -> curl_ffm_h.curl_mime_init(easy.self));
        if (self.address() == 0) {
            throw new OutOfMemoryError("curl_mime_init returned NULL");
        }
        this.kept = new Kept(self, curl_ffm_h::curl_mime_free);
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
            parts.add(new MimePart(this, part));
            return parts.getLast();
        });
    }

    /** Runs something that changes the structure, if that is allowed now. */
    <T> T change(Supplier<T> change) {
        return easy.whileOpen(() -> {
            easy.refuseInCallback("changing a Mime");
            for (Mime mime = this; mime != null; mime = mime.parent) {
                mime.ownership.segment();
            }
            try {
                return change.get();
            } finally {
                Reference.reachabilityFence(this);
            }
        });
    }

    /** Hands a structure over to a part of this one, and with it the duty to free it. */
    MemorySegment adopt(Mime child) {
        MemorySegment adopted = child.ownership.segment();
        if (child.easy != easy) {
            throw new IllegalArgumentException("the subparts belong to another easy handle");
        }
        if (child.parent != null || child == root()) {
            throw new IllegalArgumentException("the subparts are a part of a structure already");
        }
        return adopted;
    }

    /** After libcurl has taken it. */
    void adoptedBy(Mime owner) {
        parent = owner;
        kept.disown();
    }

    /** After libcurl has freed it. */
    void ended() {
        ownership.close();
    }

    private Mime root() {
        Mime root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    /** {@return what libcurl reads by callbacks, in all parts} */
    List<MimeState> readers() {
        List<MimeState> readers = new ArrayList<>();
        parts.forEach(part -> part.addReadersTo(readers));
        return readers;
    }

    @Override
    Kept keptFor(Option<?> option, Easy user) {
        ownership.segment();
        if (user != easy) {
            throw CurlOptionException.bad(option, this, "it was made for another easy handle");
        }
        if (parent != null) {
            throw CurlOptionException.bad(option, this, "it is a part of another structure");
        }
        return kept.share();
    }

    @Override
    Attachment duplicated() {
        return new MimeCopy(readers());
    }

    @Override
    void beforeTransfer(Easy user) {
        readers().forEach(reader -> reader.reportTo(user.state));
    }

    @Override
    boolean isPaused() {
        return readers().stream().anyMatch(MimeState::isPaused);
    }

    @Override
    Throwable takeFailure() {
        return MimeCopy.takeFailure(readers());
    }

    /**
     * Lets go of the structure; it ends when the easy handle is done with it, too. A second time does nothing, and
     * neither does closing one that has become a part of another.
     *
     * @throws IllegalStateException from inside a callback of the easy handle, or while another thread uses it
     * @throws UncheckedIOException holding a {@link CallbackException}, when the end of a part's data threw
     */
    @Override
    public void close() {
        easy.whileUnused("close()", () -> {
            if (parent == null && ownership.close()) {
                Easy.throwUnchecked(takeFailure());
            }
        });
    }

    @Override
    public String toString() {
        return ownership.describe();
    }
}
