package io.github.curlffm;

import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.MimeData;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.lib.Library;
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
 * <p>It belongs to one easy handle. The two are used by one thread at a time, and may be closed in any order.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_init.html">curl_mime_init</a>
 */
public final class Mime extends Handle {

    private final Easy easy;
    private final List<MimePart> parts = new ArrayList<>();
    private Mime parent;

    /**
     * Makes a structure without parts. Since libcurl 7.56.0.
     *
     * @param easy the handle that sends it
     * @throws IllegalStateException if the handle is closed or in use by another thread
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public Mime(Easy easy) {
        super(newHandle(easy));
        this.easy = easy;
    }

    private static Owned newHandle(Easy easy) {
        Library.require("curl_mime_init", "7.56.0");
        MemorySegment self = easy.whileOpen(() -> made(curl_ffm_h.curl_mime_init(easy.pointer()), "curl_mime_init"));
        return Owned.of(self, curl_ffm_h::curl_mime_free);
    }

    @Override
    Gate gate() {
        return easy.gate();
    }

    /** {@return how the strings of the parts are encoded} */
    Text text() {
        return easy.state.text();
    }

    /**
     * {@return a new part without data, added at the end}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart</a>
     */
    public MimePart addPart() {
        return change(() -> {
            parts.add(new MimePart(this, made(curl_ffm_h.curl_mime_addpart(pointer()), "curl_mime_addpart")));
            return parts.getLast();
        });
    }

    /** Runs a change of the structure, if changes are allowed now. */
    <T> T change(Supplier<T> change) {
        return easy.whileOpen(() -> {
            if (gate().isNested()) {
                throw easy.inCallback("changing a Mime");
            }
            for (Mime mime = this; mime != null; mime = mime.parent) {
                mime.refuseClosed();
            }
            refuseInUse();
            try {
                return change.get();
            } finally {
                Reference.reachabilityFence(this);
            }
        });
    }

    /** A running transfer reads the parts of the form; libcurl would free them. */
    private void refuseInUse() {
        if (easy.isStreaming() && easy.options.attachments().holds(root())) {
            throw new IllegalStateException("a Mime that is sent cannot be changed" + EasyHandle.WHILE_STREAMING);
        }
        if (easy.isInMulti() && easy.isInUse() && easy.options.attachments().holds(root())) {
            throw new IllegalStateException("a Mime cannot be changed while its handle is in a Multi and has it as its"
                    + " MIMEPOST; do it when the message of its transfer has been read, or remove the handle first");
        }
    }

    /** Passes the ownership of a structure to a part of this one. */
    MemorySegment adopt(Mime child) {
        MemorySegment adopted = child.openPointer();
        if (child.easy != easy) {
            throw new IllegalArgumentException("the subparts belong to another easy handle");
        }
        child.refuseInUse();
        if (child.parent != null || child == root()) {
            throw new IllegalArgumentException("the subparts are a part of a structure already");
        }
        return adopted;
    }

    /** After libcurl has taken it. */
    void adoptedBy(Mime owner) {
        parent = owner;
        owned().disown();
    }

    /** After libcurl has freed it. */
    void ended() {
        if (end()) {
            release();
        }
    }

    private Mime root() {
        Mime root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    /** {@return what libcurl reads by callbacks, in all parts} */
    List<MimeData> readers() {
        List<MimeData> readers = new ArrayList<>();
        parts.forEach(part -> part.addReadersTo(readers));
        return readers;
    }

    /** {@return what an easy handle holds of this, for an option} */
    Attached attach(Option<?> option, EasyHandle user) {
        if (user != easy) {
            throw CurlOptionException.bad(Rows.of(option), this, "it was made for another easy handle");
        }
        if (parent != null) {
            throw CurlOptionException.bad(Rows.of(option), this, "it is a part of another structure");
        }
        return new AttachedMime(this, owned().share(), this::readers);
    }

    /**
     * Releases the structure, after the easy handle no longer uses it. Closing a closed structure, or one that is a
     * part of another, has no effect.
     *
     * @throws IllegalStateException if called from inside a callback of the easy handle, or while another thread uses
     *     it
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if closing the data of a part throws
     */
    @Override
    public void close() {
        try (Use _ = enterToClose()) {
            if (parent == null && end()) {
                release();
                Easy.throwUnchecked(AttachedMime.takePending(readers()));
            }
        }
    }
}
