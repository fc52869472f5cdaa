package io.github.curlffm;

import static io.github.curlffm.EasySetopt.DEFAULT;

import io.github.curlffm.internal.c.BlobStruct;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.MemoryState;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one easy handle: how a Java value is passed to libcurl, and who keeps its memory alive. */
final class EasyOptions {

    private static final OptionRow DEBUGFUNCTION = Rows.of(Option.DEBUGFUNCTION);
    private static final int STDERR = Rows.of(Option.STDERR).number();
    private static final OptionRow HTTPHEADER = Rows.of(Option.HTTPHEADER);
    private static final OptionRow INFILESIZE_LARGE = Rows.of(Option.INFILESIZE_LARGE);
    private static final int SHARE = Rows.of((Option<?>) Option.SHARE).number();

    private final EasyHandle easy;
    private final EasySetopt setopt;
    private final EasyCallbacks callbacks;
    private final EasyBody body;
    private final EasyStrings strings;
    private final EasyStreams streams;
    private final EasyHandles handles;
    private final Attachments attachments;
    private Settings settings = new Settings();

    private static final boolean HAS_QUICK_EXIT = Library.isAtLeast(Option.QUICK_EXIT.since());

    EasyOptions(EasyHandle easy) {
        this.easy = easy;
        this.setopt = new EasySetopt(easy);
        this.callbacks = new EasyCallbacks(easy, setopt);
        this.body = new EasyBody(setopt);
        this.strings = new EasyStrings(easy, setopt);
        this.streams = new EasyStreams(easy);
        this.handles = new EasyHandles(easy, setopt, streams);
        this.attachments = handles.attachments();
    }

    /** Sets what every handle begins with, also after {@code reset}. */
    void setDefaults() {
        setopt.number(Rows.of(Option.NOSIGNAL), true, 1);
        if (HAS_QUICK_EXIT) {
            setopt.number(Rows.of((Option<?>) Option.QUICK_EXIT), true, 1);
        }
        setopt.own();
        callbacks.installWrite();
    }

    /** For a C handle that lives on without this. */
    void detachFromJava() {
        setopt.disown();
    }

    /** Called before {@code curl_easy_reset}, which keeps a RESOLVE list that no transfer has used yet. */
    void takeBackResolve() {
        if (easy.resources.keeps(Option.RESOLVE.number())) {
            unset(Option.RESOLVE);
        }
    }

    /**
     * Called after {@code curl_easy_reset}: libcurl no longer points to any of this, except the share. What is released
     * at the end may call back; the callbacks see a handle that is reset.
     */
    void startAnew() {
        callbacks.forget();
        List<Attached> former = List.copyOf(attachments.map().values());
        attachments.map().keySet().removeIf(option -> option != Option.SHARE);
        settings = new Settings();
        easy.state.text(Text.UTF_8);
        streams.dependOnNone();
        setDefaults();
        easy.resources.releaseAllBut(Option.SHARE.number());
        reportPending(former);
    }

    /**
     * Called before each transfer. A wildcard transfer replaces WRITEFUNCTION by a parser while it reads the listing,
     * and if that fails, does not restore it. And libcurl before 8.0.0 clears CHUNK_DATA at the end.
     */
    void beforeTransfer() {
        if (settings.wildcards) {
            callbacks.reinstall();
        }
        if (settings.hasHstsFile()) { // or libcurl would load it into a cache that is gone, with a share for example
            setopt.number(Rows.of(Option.HSTS_CTRL), true, HstsCtrl.ENABLE.number());
        }
        easy.state.beginTransfer();
        easy.state.paused(false);
        UploadData upload = callbacks.upload();
        if (upload != null) {
            upload.begin();
        }
        attachments.beforeTransfer(easy.state);
        boolean headers = easy.resources.kept(HTTPHEADER.number()).address() != 0;
        if (headers && attachments.has(Option.MIMEPOST)) {
            setopt.pointer(HTTPHEADER, "its list", easy.resources.lend(HTTPHEADER.number()));
        }
    }

    /**
     * Called after each transfer, even if it could not begin. After a form was sent as a mail, libcurl still points to
     * the HTTPHEADER list of its beginning, until another mail begins, and a duplicate reads it: so it points to a list
     * that stays.
     */
    void afterTransfer() {
        attachments.afterTransfer(easy.state);
        UploadData upload = callbacks.upload();
        if (upload != null) {
            try {
                upload.end();
            } catch (IOException e) {
                easy.state.pending().fail(e);
            }
        }
        if (easy.resources.isLending()) {
            setopt.pointer(HTTPHEADER, "its list", easy.resources.takeBack(HTTPHEADER.number()));
        }
    }

    /** libcurl makes a duplicate for a pushed stream, too. */
    void refuseToDuplicate(String what) {
        settings.refuseToDuplicate(what);
    }

    /** Called after {@code curl_easy_duphandle}: what was copied still points to the original. */
    void copyFrom(EasyOptions original, Map<Option<?>, Attached> duplicatedAttachments) {
        setopt.own();
        easy.resources.shareAll(original.easy.resources);
        attachments.map().putAll(duplicatedAttachments);
        original.attachments.map().forEach((option, attachment) -> {
            if (attachments.map().get(option)
                    != attachment) { // then libcurl's copy has nothing of the original's either
                easy.resources.keep(option.number(), null);
            }
        });
        if (original.easy.resources.isLending()) { // also while another thread goes on with the original
            setopt.pointer(HTTPHEADER, "its list", easy.resources.kept(HTTPHEADER.number()));
        }
        callbacks.copyFrom(original.callbacks);
        settings = original.settings.copy();
        easy.state.text(original.easy.state.text());
    }

    /** Called after the end of the C handle: a reference to this handle no longer keeps the values of options. */
    void forget() {
        attachments.map().clear();
        settings = new Settings();
        streams.dependOnNone();
    }

    /** {@return the callbacks} */
    EasyCallbacks callbacks() {
        return callbacks;
    }

    /** {@return the options that are handles} */
    EasyHandles handles() {
        return handles;
    }

    /** {@return the handling of STREAM_DEPENDS} */
    EasyStreams streams() {
        return streams;
    }

    /** {@return the handles that options are set to} */
    Attachments attachments() {
        return attachments;
    }

    /** {@return whether an option is set by which libcurl may call back when another one is set, or an info is got} */
    boolean mayCallBack() {
        return settings.verbose || !attachments.map().isEmpty() || MemoryState.isInstalled();
    }

    Settings settings() {
        return settings;
    }

    void set(Option<?> option, Object value) {
        OptionRow row = Rows.ofItsType(option);
        Rows.requireType(row, value);
        beforeChange(row, row.maySetInUse());
        switch (row.kind()) {
            case LONG -> setNumber(row, value, (Long) value);
            case FLAG -> setNumber(row, value, (Boolean) value ? 1 : 0);
            case VERIFYHOST -> setNumber(row, value, (Boolean) value ? 2 : 0);
            case VALUE -> setNumber(row, value, ((Constant) value).number());
            case MASK -> setNumber(row, value, Rows.bits(row, (Set<?>) value));
            case OFF_T -> setOffset(row, (Long) value);
            case STRING -> strings.set(settings, row, (String) value);
            case SLIST -> strings.setList(row, (List<?>) value);
            case BLOB -> setBlob(row, (byte[]) value);
            case POSTFIELDS -> body.set(settings, (byte[]) value);
            case FUNCTION -> callbacks.set(row, value);
            case HANDLE -> handles.set(option, (Handle) value);
            case FILE -> strings.setFile(row, (Path) value);
            case OBJECT -> settings.privateObject = value;
        }
        traceInJava(row);
        forgetUploadSize(row);
    }

    /** Sets an option that names a file. */
    void setPath(Option<String> option, Path path) {
        OptionRow row = Rows.ofItsType(option);
        beforeChange(row, row.maySetInUse());
        strings.set(settings, row, path);
    }

    /** Sets an option that takes bytes to an encoded string. */
    void setText(Option<byte[]> option, String value) {
        set(option, strings.data(Rows.of(option), value));
    }

    /** Sets all that belongs to an upload of data that can be sent again. */
    void upload(UploadData data) {
        set(Option.UPLOAD, true);
        set(Option.READFUNCTION, data);
        set(Option.SEEKFUNCTION, data);
        set(Option.INFILESIZE_LARGE, data.size());
        if (settings.postFieldsLength == Settings.NUL_TERMINATED) { // if it becomes a POST
            set(Option.POSTFIELDSIZE_LARGE, data.size());
        }
        settings.sizedByUpload = true;
    }

    /** The size of an upload goes with its data, unless the user has set one: it would cut off what is read instead. */
    private void forgetUploadSize(OptionRow changed) {
        if (changed.has(Trait.UPLOAD_SIZE)) {
            settings.sizedByUpload = false;
        }
        if (settings.sizedByUpload && callbacks.upload() == null) {
            settings.sizedByUpload = false;
            setopt.offset(INFILESIZE_LARGE, DEFAULT, INFILESIZE_LARGE.defaultNumber());
            body.unsize(settings);
        }
    }

    void unset(Option<?> option) {
        OptionRow row = Rows.ofItsType(option);
        beforeChange(row, row.mayUnsetInUse());
        switch (row.kind()) {
            case LONG, FLAG, VERIFYHOST, VALUE, MASK -> setNumber(row, DEFAULT, row.defaultNumber());
            case OFF_T -> setOffset(row, row.defaultNumber());
            case STRING -> strings.unset(settings, row);
            case BLOB -> unsetBlob(row);
            case SLIST, FILE -> setopt.unsetKept(row);
            case HANDLE -> handles.unset(option, body);
            case POSTFIELDS -> body.unset(settings);
            case FUNCTION -> callbacks.unset(row);
            case OBJECT -> settings.privateObject = null;
        }
        traceInJava(row);
        forgetUploadSize(row);
    }

    /** What has no lambda and no file is printed by Java: jshell does not show C's standard error. */
    private void traceInJava(OptionRow changed) {
        boolean file = easy.resources.keeps(STDERR);
        if (changed.has(Trait.TRACE) && (file || settings.verbose)) { // without either, what is installed may stay
            callbacks.watch(DEBUGFUNCTION, !file);
        }
    }

    /**
     * A running transfer would use what {@code setopt} has freed, or half of what it has changed. Whether it does
     * depends on the option, the protocol, the step and the version. So the row decides, for all transfers.
     */
    private void beforeChange(OptionRow option, boolean may) {
        boolean tied = easy.isInMulti() && (option.number() == SHARE || option.has(Trait.STREAM)); // to others in there
        if (!may && (easy.isInUse() || tied)) {
            boolean lambda = option.kind() == Kind.FUNCTION;
            String afterwards = tied ? "" : "do it when the message of its transfer has been read, or ";
            throw new IllegalStateException(option + " cannot be " + (lambda ? "unset" : "changed")
                    + (easy.isInMulti()
                            ? " while the handle is in a Multi; " + afterwards + "remove the handle first"
                            : easy.isNested()
                                    ? " from inside a callback of the handle; do it afterwards"
                                    : EasyHandle.WHILE_STREAMING)
                    + (lambda ? ", or set one that does nothing" : ""));
        }
        if (option.has(Trait.NOT_PAUSED) && easy.isInUse() && (easy.state.isPaused() || isPausedByMime())) {
            throw new IllegalStateException(
                    option + " cannot be changed while the transfer is paused; resume() before, or do it afterwards");
        }
        if (easy.isInUse()) {
            easy.state.changed();
        }
    }

    private void setNumber(OptionRow option, Object value, long number) {
        if (option.number() == Option.HSTS_CTRL.number()) {
            handles.refuseToEndSharedHsts(option, value, number);
            if ((number & HstsCtrl.ENABLE.number()) == 0 && settings.hasHstsFile()) {
                unset(Option.HSTS);
            }
        }
        setopt.number(option, value, EasyBody.within(settings, option, number));
        if (option.has(Trait.SENDS) && number != 0) {
            callbacks.installRead();
        }
        settings.note(option, number);
    }

    private void setOffset(OptionRow option, long number) {
        setopt.offset(option, number, EasyBody.within(settings, option, number));
    }

    private void setBlob(OptionRow option, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            setopt.pointer(option, bytes, BlobStruct.of(bytes, arena));
        }
        settings.note(option, true);
    }

    private void unsetBlob(OptionRow option) {
        setopt.pointer(option, DEFAULT, MemorySegment.NULL);
        settings.note(option, false);
    }

    /** {@return whether the data of the MIMEPOST pause} */
    boolean isPausedByMime() {
        return attachments.isPaused();
    }

    /** Takes what callbacks of attached handles threw, to be reported by this handle. */
    void reportPending() {
        reportPending(attachments.map().values());
    }

    private void reportPending(Collection<Attached> attached) {
        attached.forEach(one -> easy.state.pending().fail(one.takePending()));
    }
}
