package io.github.curlffm;

import io.github.curlffm.internal.c.BlobStruct;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.OneLine;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.Kind;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/** The options of one easy handle: how a Java value travels to libcurl, and who keeps what alive. */
final class EasyOptions {

    private static final long NUL_TERMINATED = -1;

    private final Easy easy;
    private final MemorySegment self;

    /** The kinds whose stub libcurl has been given; their userdata must follow the handle. */
    private final Set<CallbackKind> installed = EnumSet.noneOf(CallbackKind.class);

    /** The handles that options have been set to: reachable as long as libcurl may call back for them. */
    private final Map<Option<?>, Attachment> attachments = new HashMap<>(2);

    /** Those that a running transfer needs as they are. */
    private static final Set<Option<?>> HANDLES_IN_USE = Set.of(Option.MIMEPOST, Option.SHARE, Option.CURLU);

    private boolean hstsFile;
    private long postFieldsLength = NUL_TERMINATED;
    private Object privateObject;
    private boolean wildcards;

    /** Whether STREAM_DEPENDS of another handle has ever been set to this one. */
    private boolean othersDepend;

    EasyOptions(Easy easy) {
        this.easy = easy;
        this.self = easy.self;
    }

    /** What every handle begins with, and {@code reset} goes back to. */
    void setDefaults() {
        check(Option.NOSIGNAL, true, Setopt.easyLong(self, Option.NOSIGNAL.id(), 1));
        setErrorBuffer();
        install(Option.WRITEFUNCTION, CallbackKind.WRITE);
    }

    /** For a C handle that goes on without this. */
    void detachFromJava() {
        setErrorBuffer(MemorySegment.NULL);
    }

    private void setErrorBuffer() {
        easy.resources.clearErrorMessage();
        setErrorBuffer(easy.resources.errorBuffer());
    }

    private void setErrorBuffer(MemorySegment buffer) {
        int code = Setopt.easyPointer(self, curl_ffm_h.CURLOPT_ERRORBUFFER(), buffer);
        if (code != 0) {
            throw new IllegalStateException("CURLOPT_ERRORBUFFER: [" + code + "] " + Library.strerror(code));
        }
    }

    /** Before {@code curl_easy_reset}, which does not forget a list of RESOLVE that no transfer has used yet. */
    void takeBackResolve() {
        if (easy.resources.keeps(Option.RESOLVE.id())) {
            unset(Option.RESOLVE);
        }
    }

    /**
     * After {@code curl_easy_reset}: libcurl points to none of this any more, but for the share. What is let go of in the
     * end may call back, and sees a handle that is reset.
     */
    void startAnew() {
        easy.state.clearCallbacks();
        installed.clear();
        List<Attachment> former = List.copyOf(attachments.values());
        attachments.keySet().removeIf(option -> option != Option.SHARE);
        hstsFile = false;
        postFieldsLength = NUL_TERMINATED;
        privateObject = null;
        wildcards = false;
        setDefaults();
        easy.resources.releaseAllBut(Option.SHARE.id());
        Throwable thrown = failureOf(former);
        if (thrown != null) {
            easy.state.pending().fail(thrown);
        }
    }

    /**
     * Before each transfer. One with a wildcard puts a parser in the place of WRITEFUNCTION while it reads the listing,
     * which stays there if that fails; and libcurl before 8.0.0 forgets CHUNK_DATA at the end.
     */
    void beforeTransfer() {
        if (wildcards) {
            installed.forEach(this::reinstall);
        }
        attachments.values().forEach(attachment -> attachment.beforeTransfer(easy));
    }

    /** Before {@code curl_easy_duphandle}. */
    Map<Option<?>, Attachment> duplicatedAttachments() {
        Map<Option<?>, Attachment> duplicated = new HashMap<>(2);
        attachments.forEach((option, attachment) -> {
            Attachment copy = attachment.duplicated();
            if (copy != null) {
                duplicated.put(option, copy);
            }
        });
        return duplicated;
    }

    /** In these versions the copy frees the names of the HSTS files once more. */
    void refuseToDuplicateHsts() {
        VersionInfo libcurl = VersionInfo.current();
        if (hstsFile && libcurl.isAtLeast("7.88.0") && !libcurl.isAtLeast("8.5.0")) {
            throw new UnsupportedOperationException("duplicate() of a handle with CURLOPT_HSTS would crash libcurl "
                    + libcurl.version() + "; unset(HSTS) before, and set it on both afterwards");
        }
    }

    /** After {@code curl_easy_duphandle}: what was copied still points to the original. */
    void copyFrom(EasyOptions original, Map<Option<?>, Attachment> duplicatedAttachments) {
        setErrorBuffer();
        easy.resources.shareAll(original.easy.resources);
        attachments.putAll(duplicatedAttachments);
        original.attachments.forEach((option, attachment) -> {
            if (attachments.get(option) != attachment) { // then libcurl's copy has nothing of the original's either
                easy.resources.keep(option.id(), null, false);
            }
        });
        for (CallbackKind kind : original.installed) {
            easy.state.callback(kind, original.easy.state.callback(kind));
            reinstall(kind);
            installed.add(kind);
        }
        hstsFile = original.hstsFile;
        postFieldsLength = original.postFieldsLength;
        privateObject = original.privateObject;
        wildcards = original.wildcards;
    }

    Object privateObject() {
        return privateObject;
    }

    void set(Option<?> option, Object value) {
        refuseAnotherType(option);
        switch (option.kind()) {
            case LONG -> setNumber(option, (Long) value, (Long) value);
            case FLAG -> setNumber(option, value, (Boolean) value ? 1 : 0);
            case VERIFYHOST -> setNumber(option, value, (Boolean) value ? 2 : 0);
            case VALUE -> setNumber(option, value, ((Constant) value).value());
            case MASK -> setNumber(option, value, bits(option, (Set<?>) value));
            case OFF_T -> setOffset(option, (Long) value);
            case STRING -> setString(option, (String) value);
            case SLIST -> setList(option, (List<?>) value);
            case BLOB -> setBlob(option, (byte[]) value);
            case POSTFIELDS -> setPostFields((byte[]) value);
            case FUNCTION -> setFunction(option, value);
            case HANDLE -> setHandle(option, (Attachment) value);
            case FILE -> setFile(option, (Path) value);
            case OBJECT -> privateObject = value;
        }
    }

    void unset(Option<?> option) {
        refuseAnotherType(option);
        switch (option.kind()) {
            case LONG, FLAG, VERIFYHOST, VALUE, MASK -> setNumber(option, "its default", option.defaultNumber());
            case OFF_T -> setOffset(option, option.defaultNumber());
            case STRING -> unsetString(option);
            case BLOB -> setPointer(option, "its default", MemorySegment.NULL);
            case SLIST, FILE -> unsetKept(option);
            case HANDLE -> unsetHandle(option);
            case POSTFIELDS -> unsetPostFields();
            case FUNCTION -> unsetFunction(option);
            case OBJECT -> privateObject = null;
        }
    }

    /** Given a string where it takes a list, or one that it does not copy, libcurl would crash. */
    private static void refuseAnotherType(Option<?> option) {
        if (option.since().isEmpty() && !fits(option.kind(), Library.optionType(option.id()))) {
            throw CurlOptionException.bad(
                    option,
                    "of the type " + option.kind(),
                    "the option of the number " + option.id() + " is of another");
        }
    }

    private static boolean fits(Kind kind, int type) {
        return type < 0 // which is for libcurl to say
                || switch (kind) {
                    case LONG -> type == curl_ffm_h.CURLOT_LONG() || type == curl_ffm_h.CURLOT_VALUES();
                    case OFF_T -> type == curl_ffm_h.CURLOT_OFF_T();
                    case STRING -> type == curl_ffm_h.CURLOT_STRING();
                    case SLIST -> type == curl_ffm_h.CURLOT_SLIST();
                    case BLOB -> type == curl_ffm_h.CURLOT_BLOB();
                    default -> false;
                };
    }

    private void setNumber(Option<?> option, Object value, long number) {
        if (option.id() == curl_ffm_h.CURLOPT_HSTS_CTRL()) {
            refuseToEndSharedHsts(option, value, number);
        }
        long safe = option.id() == curl_ffm_h.CURLOPT_POSTFIELDSIZE() ? withinPostFields(option, number) : number;
        check(option, value, Setopt.easyLong(self, option.id(), safe));
        if (isSending(option.id()) && number != 0 && !installed.contains(CallbackKind.READ)) {
            install(Option.READFUNCTION, CallbackKind.READ);
        }
        wildcards |= option.id() == curl_ffm_h.CURLOPT_WILDCARDMATCH() && number != 0;
    }

    /**
     * What makes libcurl read a body. READ is installed only then: telnet without one watches C's standard input and the
     * peer at once, and with one would wait for {@code System.in}.
     */
    private static boolean isSending(int option) {
        return option == curl_ffm_h.CURLOPT_UPLOAD()
                || option == curl_ffm_h.CURLOPT_PUT()
                || option == curl_ffm_h.CURLOPT_POST();
    }

    private void setOffset(Option<?> option, long number) {
        long safe = option.id() == curl_ffm_h.CURLOPT_POSTFIELDSIZE_LARGE() ? withinPostFields(option, number) : number;
        check(option, number, Setopt.easyOffset(self, option.id(), safe));
    }

    /** Old versions of libcurl would free the cache under the other handles that share it. */
    private void refuseToEndSharedHsts(Option<?> option, Object value, long number) {
        boolean enabled = (number & HstsCtrl.ENABLE.value()) != 0;
        if (!enabled && attachments.get(Option.SHARE) instanceof Share share && share.shares(LockData.HSTS)) {
            throw CurlOptionException.bad(
                    option, value, "the handle uses the HSTS cache of a share; unset SHARE first");
        }
    }

    /** {@return a size that does not let libcurl read past the POSTFIELDS; without one it would look for a zero byte} */
    private long withinPostFields(Option<?> option, long size) {
        if (postFieldsLength == NUL_TERMINATED) {
            return size;
        }
        if (size > postFieldsLength) {
            throw CurlOptionException.bad(
                    option, size, "POSTFIELDS has only " + postFieldsLength + " bytes, and sets its own size");
        }
        return size == NUL_TERMINATED ? postFieldsLength : size;
    }

    /** {@return the bits of some constants, which are for {@code what}} */
    static long bits(Object what, Set<?> constants) {
        long bits = 0;
        for (Object constant : constants) {
            bits |= ((Constant) Objects.requireNonNull(constant, () -> what + " is set to a set that holds null"))
                    .value();
        }
        return bits;
    }

    private void setString(Option<?> option, String value) {
        refuseBreaks(option, value);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = arena.allocateFrom(value);
            if (option.id() == Option.COOKIELIST.id()) { // may take cookies away under a transfer that shares them
                easy.resources.inTurn(() -> {
                    setPointer(option, value, string);
                    return null;
                });
            } else {
                setPointer(option, value, string);
            }
        }
        hstsFile |= option.id() == Option.HSTS.id();
    }

    @SuppressWarnings("deprecation") // the old options have the same place in libcurl
    private void unsetString(Option<?> option) {
        int code = Setopt.easyPointer(self, option.id(), MemorySegment.NULL);
        if (code == CurlCode.BAD_FUNCTION_ARGUMENT.number()) { // before 8.10.0 the names of protocols have no default
            Option<?> bits = option == Option.PROTOCOLS_STR
                    ? Option.PROTOCOLS
                    : option == Option.REDIR_PROTOCOLS_STR ? Option.REDIR_PROTOCOLS : null;
            code = bits == null ? code : Setopt.easyLong(self, bits.id(), bits.defaultNumber());
        }
        check(option, "its default", code);
        hstsFile &= option.id() != Option.HSTS.id();
    }

    private static void refuseBreaks(Option<?> option, String value) {
        int at = OneLine.firstBreak(value);
        if (at >= 0) {
            throw CurlOptionException.bad(
                    option,
                    value,
                    "it has a line break or zero byte at index " + at + ", which would become part of the protocol");
        }
    }

    private void setList(Option<?> option, List<?> values) {
        List<String> strings = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value == null) {
                throw new NullPointerException(option + " is set to a list that holds null");
            }
            refuseBreaks(option, (String) value);
            strings.add((String) value);
        }
        Kept list = new Kept(C.slist(strings), curl_ffm_h::curl_slist_free_all);
        setKept(option, values, list);
    }

    private void setFile(Option<?> option, Path path) {
        try {
            setKept(option, path, new Kept(Libc.fopenForAppend(path.toString()), Libc::fclose));
        } catch (IOException e) {
            CurlOptionException refused = CurlOptionException.bad(option, path, e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    /** Gives libcurl the new memory, and lets go of the old only then. */
    private void setKept(Option<?> option, Object value, Kept memory) {
        try {
            setPointer(option, value, memory.segment());
        } catch (CurlOptionException e) {
            memory.release();
            throw e;
        }
        keep(option, memory);
    }

    private void keep(Option<?> option, Kept memory) {
        easy.resources.keep(option.id(), memory, easy.isInUse());
    }

    private void unsetKept(Option<?> option) {
        setPointer(option, "its default", MemorySegment.NULL);
        keep(option, null);
    }

    private void setBlob(Option<?> option, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            setPointer(option, bytes, BlobStruct.of(bytes, arena));
        }
    }

    /** COPYPOSTFIELDS are no different: libcurl's own copy would be gone once a callback replaces it. */
    private void setPostFields(byte[] bytes) {
        forgetPostFields();
        setOffset(Option.POSTFIELDSIZE_LARGE, bytes.length);
        setKept(Option.POSTFIELDS, bytes, new Kept(C.malloc(bytes), Libc::free));
        postFieldsLength = bytes.length;
    }

    private void unsetPostFields() {
        if (postFieldsLength != NUL_TERMINATED) {
            forgetPostFields();
            stopPosting();
        }
    }

    private void forgetPostFields() {
        setPointer(Option.POSTFIELDS, "its default", MemorySegment.NULL);
        keep(Option.POSTFIELDS, null);
        postFieldsLength = NUL_TERMINATED;
        setOffset(Option.POSTFIELDSIZE_LARGE, NUL_TERMINATED);
    }

    /** Without a body libcurl would go on with a POST, whose body then comes from the READFUNCTION. */
    private void stopPosting() {
        setNumber(Option.POST, "its default", 0);
    }

    private void setFunction(Option<?> option, Object callback) {
        CallbackKind kind = kindOf(option);
        if (!installed.contains(kind)) {
            install(option, kind);
        }
        easy.state.callback(kind, callback);
        if (kind == CallbackKind.XFERINFO || kind == CallbackKind.PROGRESS) {
            setNumber(Option.NOPROGRESS, false, 0);
        }
    }

    private void install(Option<?> option, CallbackKind kind) {
        setPointer(option, "a callback", Stubs.of(kind));
        setUserdata(kind, easy.state.userdata());
        installed.add(kind);
    }

    /**
     * WRITE and READ stay installed and do without the lambda what libcurl would, since libcurl on its own would
     * {@code fwrite} to the id. HEADER must lose its id too: libcurl would hand the headers to WRITE.
     */
    private void unsetFunction(Option<?> option) {
        CallbackKind kind = kindOf(option);
        easy.state.callback(kind, null);
        if (kind != CallbackKind.WRITE && kind != CallbackKind.READ) {
            setPointer(option, "its default", MemorySegment.NULL);
            if (kind == CallbackKind.HEADER) {
                setUserdata(kind, MemorySegment.NULL);
            }
            installed.remove(kind);
        }
        boolean progress = installed.contains(CallbackKind.XFERINFO) || installed.contains(CallbackKind.PROGRESS);
        if ((kind == CallbackKind.XFERINFO || kind == CallbackKind.PROGRESS) && !progress) {
            setNumber(Option.NOPROGRESS, true, 1);
        }
    }

    private static CallbackKind kindOf(Option<?> option) {
        CallbackKind kind = CallbackKind.byFunctionId(option.id());
        if (kind == null) {
            throw new IllegalArgumentException(option + " is a callback that curl-ffm has no stub for");
        }
        return kind;
    }

    /** Points libcurl to what {@link #install} has pointed it to before, or to what it has copied from that. */
    private void reinstall(CallbackKind kind) {
        point(kind, "function", kind.functionId(), Stubs.of(kind));
        setUserdata(kind, easy.state.userdata());
    }

    private void setUserdata(CallbackKind kind, MemorySegment userdata) {
        point(kind, "userdata", kind.dataId(), userdata);
    }

    private void point(CallbackKind kind, String what, int option, MemorySegment pointer) {
        int code = Setopt.easyPointer(self, option, pointer);
        if (code != 0) {
            throw new IllegalStateException(
                    "the " + what + " of " + kind + " is refused: [" + code + "] " + Library.strerror(code));
        }
    }

    private void setHandle(Option<?> option, Attachment attachment) {
        refuseInUse(option);
        if (attachment instanceof Easy other && other.options.dependsOn(easy)) {
            throw CurlOptionException.bad(option, attachment, "it would depend on itself, of which libcurl crashes");
        }
        if (attachment instanceof Easy other) {
            other.options.othersDepend = true;
        }
        try {
            setKept(option, attachment, attachment.keptFor(option, easy));
        } catch (CurlOptionException e) {
            Easy.throwUnchecked(attachment.takeFailure()); // which is why libcurl refuses
            throw e;
        }
        replaced(option, attachments.put(option, attachment));
    }

    /** libcurl would copy the list of those who depend on this, and free it twice; since 8.21.0 it has none. */
    void refuseToDuplicateDependencies() {
        if (othersDepend && !Library.isAtLeast("8.21.0")) {
            throw new UnsupportedOperationException("duplicate() of a handle that is the STREAM_DEPENDS of another"
                    + " would crash libcurl before 8.21.0");
        }
    }

    /** {@return whether this is of a handle whose stream depends on the stream of another, or of that other itself} */
    private boolean dependsOn(Easy other) {
        return easy == other
                || attachments.values().stream()
                        .anyMatch(attachment -> attachment instanceof Easy next && next.options.dependsOn(other));
    }

    /**
     * Shares what another handle does. From 8.22.0 on libcurl does that for a pushed stream by itself; before, it took the
     * connection for one that is not shared.
     */
    void shareWith(EasyOptions other) {
        if (other.attachments.get(Option.SHARE) instanceof Share share) {
            setKept(Option.SHARE, share, share.keptFor(easy));
            replaced(Option.SHARE, attachments.put(Option.SHARE, share));
        }
    }

    private void unsetHandle(Option<?> option) {
        refuseInUse(option);
        boolean body = option == Option.MIMEPOST;
        if (body && !attachments.containsKey(option)) {
            return; // libcurl would make a POST of the request
        }
        unsetKept(option);
        if (body) {
            stopPosting();
        }
        replaced(option, attachments.remove(option));
    }

    /** libcurl would go on to read what is gone, to lock one share and use another, or to try again without a URL. */
    private void refuseInUse(Option<?> option) {
        if (HANDLES_IN_USE.contains(option) && easy.isInUse()) {
            throw new IllegalStateException(option + " cannot be changed from inside a callback of the handle, or while"
                    + " the handle is in a Multi; do it afterwards, or remove the handle first");
        }
    }

    private void replaced(Option<?> option, Attachment before) {
        if (option == Option.SHARE) {
            easy.resources.turns(attachments.get(option) instanceof Share share ? share.turns() : null);
        }
        if (before != null) {
            Easy.throwUnchecked(before.takeFailure());
        }
    }

    /** {@return whether the data of the MIMEPOST pause} */
    boolean isPausedByMime() {
        return attachments.values().stream().anyMatch(Attachment::isPaused);
    }

    /** {@return what a callback of an attached handle threw, or null} */
    Throwable takeFailure() {
        return failureOf(attachments.values());
    }

    private static Throwable failureOf(Collection<Attachment> attachments) {
        Throwable failure = null;
        for (Attachment attachment : attachments) {
            failure = Attachment.merged(failure, attachment.takeFailure());
        }
        return failure;
    }

    /** {@return the lock that transfers of this handle take turns by with others, or null} */
    Lock turns() {
        return easy.resources.turns();
    }

    private void setPointer(Option<?> option, Object value, MemorySegment pointer) {
        check(option, value, Setopt.easyPointer(self, option.id(), pointer));
    }

    private static void check(Option<?> option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refused(option, value, code);
        }
    }
}
