package io.github.curlffm;

import io.github.curlffm.internal.handle.Headroom;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import java.lang.foreign.MemorySegment;

/** The options of one easy handle that are other handles: a share, a URL, a MIME structure, the stream it depends on. */
final class EasyHandles {

    private final EasyHandle easy;
    private final EasySetopt setopt;
    private final EasyStreams streams;
    private final Attachments attachments = new Attachments();

    EasyHandles(EasyHandle easy, EasySetopt setopt, EasyStreams streams) {
        this.easy = easy;
        this.setopt = setopt;
        this.streams = streams;
    }

    /** {@return the handles that options are set to} */
    Attachments attachments() {
        return attachments;
    }

    void set(Option<?> option, Handle handle) {
        handle.refuseClosed();
        Headroom.requireForACall(); // its lock is called at once
        if (handle instanceof Easy other) {
            setopt.pointer(
                    Rows.of(option), other, MemorySegment.NULL); // so that libcurl says whether it knows the option
            streams.dependOn(option, other);
        } else {
            hold(option, handle, attach(option, handle));
        }
    }

    private void hold(Option<?> option, Handle handle, Attached attached) {
        leaveFor(option);
        try {
            setopt.kept(Rows.of(option), handle, attached.memory());
        } catch (CurlOptionException e) {
            Easy.throwUnchecked(attached.takePending()); // that is why libcurl refuses
            throw e;
        }
        replaced(option, attachments.map().put(option, attached));
    }

    private Attached attach(Option<?> option, Handle handle) {
        return switch (handle) {
            case Share share -> share.attach(easy);
            case Mime mime -> mime.attach(option, easy);
            case CurlUrl url -> url.attach();
            default -> throw new AssertionError(handle);
        };
    }

    /**
     * Uses the share of another handle. Since 8.22.0 libcurl does that for a pushed stream by itself; before, it
     * handled the connection as one that is not shared.
     */
    void shareWith(EasyHandles other) {
        Share share = other.share();
        if (share != null) { // it may already be closed
            hold(Option.SHARE, share, share.attach(easy));
        }
    }

    void unset(Option<?> option, EasyBody body) {
        OptionRow row = Rows.of(option);
        if (row.has(Trait.BODY) && !attachments.has(option)) {
            return; // libcurl would make a POST of the request
        }
        leaveFor(option);
        setopt.unsetKept(row);
        if (row.has(Trait.BODY)) {
            body.stopPosting();
        }
        if (row.has(Trait.STREAM)) {
            streams.dependOnNone();
        }
        replaced(option, attachments.map().remove(option));
    }

    /** A handle that is in a multi has pointers into its share, or into what it uses in its place. */
    private void leaveFor(Option<?> option) {
        if (option == Option.SHARE && !easy.isInMulti()) {
            easy.leavePrivateMulti();
        }
    }

    private void replaced(Option<?> option, Attached before) {
        if (option == Option.SHARE) {
            Attached now = attachments.map().get(option);
            easy.resources.turns().only(now == null ? null : now.turns());
        }
        if (before != null) {
            Easy.throwUnchecked(before.takePending());
        }
    }

    /** {@return the share that this handle uses, or null} */
    private Share share() {
        return (Share) attachments.held(Option.SHARE);
    }

    /** Old versions of libcurl would free the cache while other handles share it. */
    void refuseToEndSharedHsts(OptionRow option, Object value, long number) {
        boolean enabled = (number & HstsCtrl.ENABLE.number()) != 0;
        Share share = share();
        if (!enabled && share != null && share.isShared(LockData.HSTS)) {
            throw CurlOptionException.bad(
                    option, value, "the handle uses the HSTS cache of a share; unset SHARE first");
        }
    }
}
