package io.github.curlffm;

import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.Option;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/** The callbacks of one easy handle: which of them libcurl calls, and with which userdata. */
final class EasyCallbacks {

    private static final OptionRow WRITEFUNCTION = Rows.of(Option.WRITEFUNCTION);
    private static final OptionRow READFUNCTION = Rows.of(Option.READFUNCTION);
    private static final OptionRow HEADERFUNCTION = Rows.of(Option.HEADERFUNCTION);
    private static final OptionRow NOPROGRESS = Rows.of(Option.NOPROGRESS);

    private final EasyState state;
    private final EasySetopt setopt;
    private final Stubs stubs;

    /** The kinds whose stub libcurl has been given; their userdata must follow the handle. */
    private final Set<CallbackKind> installed = EnumSet.noneOf(CallbackKind.class);

    EasyCallbacks(EasyHandle easy, EasySetopt setopt) {
        this.state = easy.state;
        this.setopt = setopt;
        this.stubs = easy.owned().stubs();
    }

    void set(OptionRow option, Object callback) {
        CallbackKind kind = kindOf(option);
        if (!installed.contains(kind)) {
            install(option, kind);
        }
        replace(kind, callback);
        if (option.has(Trait.PROGRESS)) {
            setopt.number(NOPROGRESS, false, 0);
        }
    }

    /**
     * WRITE and READ stay installed. Without a lambda they do what libcurl does by default: libcurl itself would
     * {@code fwrite} to the id. For HEADER the id must be cleared, too: libcurl would pass the headers to WRITE.
     */
    void unset(OptionRow option) {
        CallbackKind kind = kindOf(option);
        replace(kind, null);
        if (kind != CallbackKind.WRITE && kind != CallbackKind.READ) {
            setopt.pointer(option, EasySetopt.DEFAULT, MemorySegment.NULL);
            if (kind == CallbackKind.HEADER) {
                setUserdata(kind, MemorySegment.NULL);
            }
            installed.remove(kind);
        }
        boolean progress = installed.contains(CallbackKind.XFERINFO) || installed.contains(CallbackKind.PROGRESS);
        if (option.has(Trait.PROGRESS) && !progress) {
            setopt.number(NOPROGRESS, true, 1);
        }
    }

    /** Data that are not read any more cannot be gone back in either. */
    private void replace(CallbackKind kind, Object callback) {
        UploadData before = kind == CallbackKind.READ ? upload() : null;
        state.callback(kind, callback);
        if (before != null && state.callback(CallbackKind.SEEK) == before) {
            state.callback(CallbackKind.SEEK, (SeekCallback) (offset, origin) -> SeekCallback.Result.CANTSEEK);
        }
    }

    /** {@return what {@code upload} has set, or null} */
    UploadData upload() {
        return state.callback(CallbackKind.READ) instanceof UploadData upload ? upload : null;
    }

    /** {@return the kind of callback that an option sets} */
    private static CallbackKind kindOf(OptionRow option) {
        return CallbackKind.byFunctionId(option.number());
    }

    /** Done first: without WRITE libcurl would write to C's standard output. */
    void installWrite() {
        install(WRITEFUNCTION, CallbackKind.WRITE);
    }

    /**
     * Done when an option makes libcurl send a body. Not earlier: telnet without READ watches C's standard input and
     * the peer at once; with READ it would wait for {@code System.in}.
     */
    void installRead() {
        if (!installed.contains(CallbackKind.READ)) {
            install(READFUNCTION, CallbackKind.READ);
        }
    }

    /** Sets whether libcurl calls for the lines of headers even if there is no lambda for them. */
    void watchHeaders(boolean watch) {
        watch(HEADERFUNCTION, watch);
    }

    /** Sets whether libcurl calls even if there is no lambda. */
    void watch(OptionRow option, boolean watch) {
        CallbackKind kind = kindOf(option);
        boolean installedNow = installed.contains(kind);
        if (watch && !installedNow) {
            install(option, kind);
        } else if (!watch && installedNow && state.callback(kind) == null) {
            unset(option);
        }
    }

    private void install(OptionRow option, CallbackKind kind) {
        setopt.pointer(option, "a callback", stubs.stub(kind));
        setUserdata(kind, state.userdata());
        installed.add(kind);
    }

    /** Sets all functions and ids again that libcurl has, or has copied from another handle. */
    void reinstall() {
        installed.forEach(this::reinstall);
    }

    private void reinstall(CallbackKind kind) {
        setopt.point("function of " + kind, kind.functionId(), stubs.stub(kind));
        setUserdata(kind, state.userdata());
    }

    private void setUserdata(CallbackKind kind, MemorySegment userdata) {
        setopt.point("userdata of " + kind, kind.dataId(), userdata);
    }

    /** Called after {@code curl_easy_reset}, which clears them in libcurl. */
    void forget() {
        state.clearCallbacks();
        installed.clear();
    }

    /** Called after {@code curl_easy_duphandle}: the copied ids are still those of the original. */
    void copyFrom(EasyCallbacks original) {
        for (CallbackKind kind : original.installed) {
            state.callback(kind, original.state.callback(kind));
            reinstall(kind);
            installed.add(kind);
        }
        UploadData upload = upload();
        if (upload != null) { // two transfers at a time read it
            UploadData own = upload.copy();
            state.callback(CallbackKind.READ, own);
            if (state.callback(CallbackKind.SEEK) == upload) {
                state.callback(CallbackKind.SEEK, own);
            }
        }
    }
}
