package io.github.curlffm;

import static io.github.curlffm.EasySetopt.DEFAULT;

import io.github.curlffm.internal.c.BlobStruct;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one easy handle: how a Java value travels to libcurl, and who keeps what alive. */
final class EasyOptions {

    private static final OptionRow HTTPHEADER = Rows.of(Option.HTTPHEADER);

    private final EasyHandle easy;
    private final MemorySegment self;
    private final EasySetopt setopt;
    private final EasyCallbacks callbacks;
    private final EasyBody body;
    private final EasyStrings strings;
    private final EasyStreams streams;
    private Settings settings = new Settings();

    /** Asked once: every handle needs it. */
    private static final boolean HAS_QUICK_EXIT = Library.isAtLeast(Option.QUICK_EXIT.since());

    /** The handles that options have been set to: reachable as long as libcurl may call back for them. */
    private final Map<Option<?>, Attached> attachments = new HashMap<>(2);

    EasyOptions(EasyHandle easy) {
        this.easy = easy;
        this.self = easy.pointer();
        this.setopt = new EasySetopt(easy);
        this.callbacks = new EasyCallbacks(easy, setopt);
        this.body = new EasyBody(setopt);
        this.strings = new EasyStrings(easy, setopt);
        this.streams = new EasyStreams(easy);
    }

    /** What every handle begins with, and {@code reset} goes back to. */
    void setDefaults() {
        setopt.number(Rows.of(Option.NOSIGNAL), true, 1);
        if (HAS_QUICK_EXIT) {
            setopt.number(Rows.of((Option<?>) Option.QUICK_EXIT), true, 1);
        }
        setopt.own();
        callbacks.installWrite();
    }

    /** For a C handle that goes on without this. */
    void detachFromJava() {
        setopt.disown();
    }

    /** Before {@code curl_easy_reset}, which does not forget a list of RESOLVE that no transfer has used yet. */
    void takeBackResolve() {
        if (easy.resources.keeps(Option.RESOLVE.number())) {
            unset(Option.RESOLVE);
        }
    }

    /**
     * After {@code curl_easy_reset}: libcurl points to none of this any more, but for the share. What is let go of in the
     * end may call back, and sees a handle that is reset.
     */
    void startAnew() {
        callbacks.forget();
        List<Attached> former = List.copyOf(attachments.values());
        attachments.keySet().removeIf(option -> option != Option.SHARE);
        settings = new Settings();
        easy.state.text(Text.UTF_8);
        streams.dependOnNone();
        setDefaults();
        easy.resources.releaseAllBut(Option.SHARE.number());
        reportPending(former);
    }

    /**
     * Before each transfer. One with a wildcard puts a parser in the place of WRITEFUNCTION while it reads the listing,
     * which stays there if that fails; and libcurl before 8.0.0 forgets CHUNK_DATA at the end.
     */
    void beforeTransfer() {
        if (settings.wildcards) {
            callbacks.reinstall();
        }
        easy.state.beginTransfer();
        easy.state.paused(false);
        attachments.values().forEach(attachment -> attachment.beforeTransfer(easy.state));
        boolean headers = easy.resources.kept(HTTPHEADER.number()).address() != 0;
        if (headers && attachments.containsKey(Option.MIMEPOST)) {
            setopt.pointer(HTTPHEADER, "its list", easy.resources.lend(HTTPHEADER.number()));
        }
    }

    /**
     * After each transfer, and what has not become one. One that sends a form as a mail leaves libcurl pointing to the list
     * of HTTPHEADER that it began with, until another mail begins, and a duplicate reads it: so it points to a list that
     * stays.
     */
    void afterTransfer() {
        attachments.values().forEach(attachment -> attachment.afterTransfer(easy.state));
        if (easy.resources.isLending()) {
            setopt.pointer(HTTPHEADER, "its list", easy.resources.takeBack(HTTPHEADER.number()));
        }
    }

    /** {@return whether an option is set to another handle} */
    boolean holds(Handle other) {
        return attachments.values().stream().anyMatch(attachment -> attachment.handle() == other);
    }

    /** {@return the handle that an option is set to, or null} */
    Handle held(Option<?> option) {
        Attached attached = attachments.get(option);
        return attached == null ? null : attached.handle();
    }

    /** Before {@code curl_easy_duphandle}. */
    Map<Option<?>, Attached> duplicatedAttachments() {
        Map<Option<?>, Attached> duplicated = new HashMap<>(2);
        attachments.forEach((option, attachment) -> {
            Attached copy = attachment.duplicated();
            if (copy != null) {
                duplicated.put(option, copy);
            }
        });
        return duplicated;
    }

    /** In these versions the copy frees the names of the HSTS files once more; for a pushed stream, libcurl makes one. */
    void refuseToDuplicateHsts(String what) {
        VersionInfo libcurl = VersionInfo.current();
        if (settings.hstsFile && libcurl.isAtLeast("7.88.0") && !libcurl.isAtLeast("8.5.0")) {
            throw new UnsupportedOperationException(what + " of a handle with CURLOPT_HSTS would crash libcurl "
                    + libcurl.version() + "; unset(HSTS) before, and set it on both afterwards");
        }
    }

    /** After {@code curl_easy_duphandle}: what was copied still points to the original. */
    void copyFrom(EasyOptions original, Map<Option<?>, Attached> duplicatedAttachments) {
        setopt.own();
        easy.resources.shareAll(original.easy.resources);
        attachments.putAll(duplicatedAttachments);
        original.attachments.forEach((option, attachment) -> {
            if (attachments.get(option) != attachment) { // then libcurl's copy has nothing of the original's either
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

    /** After the end of the C handle: whoever still refers to this one does not keep what options were set to. */
    void forget() {
        attachments.clear();
        settings = new Settings();
        streams.dependOnNone();
    }

    /** {@return what STREAM_DEPENDS says} */
    EasyStreams streams() {
        return streams;
    }

    Object privateObject() {
        return settings.privateObject;
    }

    void set(Option<?> option, Object value) {
        OptionRow row = Rows.ofItsType(option);
        Rows.requireType(row, value);
        refuseInUse(row, row.maySetInUse());
        switch (row.kind()) {
            case LONG -> setNumber(row, value, (Long) value);
            case FLAG -> setNumber(row, value, (Boolean) value ? 1 : 0);
            case VERIFYHOST -> setNumber(row, value, (Boolean) value ? 2 : 0);
            case VALUE -> setNumber(row, value, ((Constant) value).number());
            case MASK -> setNumber(row, value, bits(row, (Set<?>) value));
            case OFF_T -> setOffset(row, (Long) value);
            case STRING -> strings.set(settings, row, (String) value);
            case SLIST -> strings.setList(row, (List<?>) value);
            case BLOB -> setBlob(row, (byte[]) value);
            case POSTFIELDS -> body.set(settings, (byte[]) value);
            case FUNCTION -> callbacks.set(row, value);
            case HANDLE -> setHandle(option, (Handle) value);
            case FILE -> strings.setFile(row, (Path) value);
            case OBJECT -> settings.privateObject = value;
        }
    }

    /** Sets an option that names a file. */
    void setPath(Option<String> option, Path path) {
        OptionRow row = Rows.ofItsType(option);
        refuseInUse(row, row.maySetInUse());
        strings.set(settings, row, path);
    }

    /** Sets an option that takes bytes to those of a string. */
    void setText(Option<byte[]> option, String value) {
        set(option, strings.data(Rows.of(option), value));
    }

    void unset(Option<?> option) {
        OptionRow row = Rows.ofItsType(option);
        refuseInUse(row, row.mayUnsetInUse());
        switch (row.kind()) {
            case LONG, FLAG, VERIFYHOST, VALUE, MASK -> setNumber(row, DEFAULT, row.defaultNumber());
            case OFF_T -> setOffset(row, row.defaultNumber());
            case STRING -> strings.unset(settings, row);
            case BLOB -> setopt.pointer(row, DEFAULT, MemorySegment.NULL);
            case SLIST, FILE -> setopt.unsetKept(row);
            case HANDLE -> unsetHandle(option);
            case POSTFIELDS -> body.unset(settings);
            case FUNCTION -> callbacks.unset(row);
            case OBJECT -> settings.privateObject = null;
        }
    }

    /**
     * A transfer that is under way goes on with what {@code setopt} has freed, or with one half of what it has changed: when
     * depends on the option, the protocol, the step and the version. So the row decides, whatever the transfer is about to do.
     */
    private void refuseInUse(OptionRow option, boolean may) {
        if (!may && easy.isInUse()) {
            boolean lambda = option.kind() == Kind.FUNCTION;
            throw new IllegalStateException(option + " cannot be " + (lambda ? "unset" : "changed")
                    + (easy.isInMulti()
                            ? " while the handle is in a Multi, be its transfer done or not; remove the handle first"
                            : " from inside a callback of the handle; do it afterwards")
                    + (lambda ? ", or set one that does nothing" : ""));
        }
        if (option.has(Trait.NOT_PAUSED) && easy.isInUse() && (easy.state.isPaused() || isPausedByMime())) {
            throw new IllegalStateException(
                    option + " cannot be changed while the transfer is paused; resume() before, or do it afterwards");
        }
    }

    private void setNumber(OptionRow option, Object value, long number) {
        if (option.number() == Option.HSTS_CTRL.number()) {
            refuseToEndSharedHsts(option, value, number);
        }
        setopt.number(option, value, EasyBody.within(settings, option, number));
        if (option.has(Trait.SENDS) && number != 0) {
            callbacks.installRead();
        }
        settings.wildcards |= option.number() == Option.WILDCARDMATCH.number() && number != 0;
    }

    private void setOffset(OptionRow option, long number) {
        setopt.offset(option, number, EasyBody.within(settings, option, number));
    }

    /** Old versions of libcurl would free the cache under the other handles that share it. */
    private void refuseToEndSharedHsts(OptionRow option, Object value, long number) {
        boolean enabled = (number & HstsCtrl.ENABLE.number()) != 0;
        Share share = share();
        if (!enabled && share != null && share.shares(LockData.HSTS)) {
            throw CurlOptionException.bad(
                    option, value, "the handle uses the HSTS cache of a share; unset SHARE first");
        }
    }

    static long bits(OptionRow option, Set<?> constants) {
        Class<?> type = Rows.declaredType(option);
        long bits = 0;
        for (Object constant : constants) { // once: the set may be another the next time
            if (constant == null) {
                throw new NullPointerException(option + " is set to a set that holds null");
            }
            refuseElement(option, type, constant);
            bits |= ((Constant) constant).number();
        }
        return bits;
    }

    static void refuseElement(OptionRow option, Class<?> type, Object element) {
        if (!type.isInstance(element)) {
            throw CurlOptionException.wrongType(option, type, element);
        }
    }

    private void setBlob(OptionRow option, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            setopt.pointer(option, bytes, BlobStruct.of(bytes, arena));
        }
    }

    private void setHandle(Option<?> option, Handle handle) {
        handle.refuseClosed();
        if (handle instanceof Easy other) {
            setopt.pointer(
                    Rows.of(option), other, MemorySegment.NULL); // so that libcurl says whether it knows the option
            streams.dependOn(option, other);
        } else {
            hold(option, handle, attach(option, handle));
        }
    }

    private void hold(Option<?> option, Handle handle, Attached attached) {
        try {
            setopt.kept(Rows.of(option), handle, attached.memory());
        } catch (CurlOptionException e) {
            Easy.throwUnchecked(attached.takePending()); // which is why libcurl refuses
            throw e;
        }
        replaced(option, attachments.put(option, attached));
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
     * Shares what another handle does. From 8.22.0 on libcurl does that for a pushed stream by itself; before, it took the
     * connection for one that is not shared.
     */
    void shareWith(EasyOptions other) {
        Share share = other.share();
        if (share != null) { // which may be closed already
            hold(Option.SHARE, share, share.attach(easy));
        }
    }

    private void unsetHandle(Option<?> option) {
        OptionRow row = Rows.of(option);
        if (row.has(Trait.BODY) && !attachments.containsKey(option)) {
            return; // libcurl would make a POST of the request
        }
        setopt.unsetKept(row);
        if (row.has(Trait.BODY)) {
            body.stopPosting();
        }
        if (row.has(Trait.STREAM)) {
            streams.dependOnNone();
        }
        replaced(option, attachments.remove(option));
    }

    private void replaced(Option<?> option, Attached before) {
        if (option == Option.SHARE) {
            Attached now = attachments.get(option);
            easy.resources.turns().only(now == null ? null : now.turns());
        }
        if (before != null) {
            Easy.throwUnchecked(before.takePending());
        }
    }

    /** {@return the share that this handle uses, or null} */
    private Share share() {
        return attachments.get(Option.SHARE) instanceof Attached attached ? (Share) attached.handle() : null;
    }

    /** {@return whether the data of the MIMEPOST pause} */
    boolean isPausedByMime() {
        return attachments.values().stream().anyMatch(Attached::isPaused);
    }

    /** What a callback of an attached handle threw is for this handle to report. */
    void reportPending() {
        reportPending(attachments.values());
    }

    private void reportPending(Collection<Attached> attached) {
        attached.forEach(one -> easy.state.pending().fail(one.takePending()));
    }
}
