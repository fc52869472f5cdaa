package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Core;
import io.github.curlffm.internal.handle.EasyResources;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.PrivateMulti;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.CannotRewind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.Pending;
import io.github.curlffm.internal.upcall.ShareState;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Where an easy handle's transfers run, and how codes and the exceptions of callbacks become exceptions of its methods.
 */
abstract sealed class EasyHandle extends Handle permits SettableEasy {

    static final int PAUSE_ALL = 5;

    /** The end of the message of what is refused. */
    static final String WHILE_STREAMING = " while the stream of open() is open; close the stream first";

    final EasyState state;
    final EasyResources resources;
    final EasyOptions options;
    private volatile Core core;

    /** The stream of the transfer that is under way, or null. */
    private BodyStream stream;

    EasyHandle(MemorySegment self) {
        this(self, new EasyState(), new EasyResources());
    }

    private EasyHandle(MemorySegment self, EasyState state, EasyResources resources) {
        super(resources.own(self, state));
        this.state = state;
        this.resources = resources;
        this.core = Core.ofEasy(resources);
        this.options = new EasyOptions(this);
        state.owner(this, this::gate);
    }

    @Override
    final Gate gate() {
        return core.gate();
    }

    final Core core() {
        return core;
    }

    /**
     * {@return whether a transfer may be running: this is called from a callback, the handle is in a multi, or there is an
     * open stream}
     */
    final boolean isInUse() {
        return isNested() || isInMulti() && !state.isOver() || isStreaming();
    }

    /** {@return whether there is a stream that is neither at its end nor closed} */
    final boolean isStreaming() {
        return stream != null;
    }

    /** {@return the open stream, or null} */
    final BodyStream stream() {
        return stream;
    }

    final void stream(BodyStream open) {
        stream = open;
    }

    final void refuseWhileStreaming(String method) {
        if (isStreaming() && !isNested()) {
            throw new IllegalStateException(method + " is not possible" + WHILE_STREAMING);
        }
    }

    @Override
    final void refuseInTheMiddle() {
        if (options.attachments().has(Option.SHARE) && ShareState.isLockedHere()) {
            throw atSharedData();
        }
    }

    @Override
    final boolean mayCallBackAtOnce() {
        return isInUse() || isInMulti() || options.mayCallBack();
    }

    @Override
    final boolean mayCallBackAtTheEnd() {
        return resources.privateMulti() != null || mayCallBackAtOnce();
    }

    /** Calls libcurl in turn with other threads. */
    final int call(IntSupplier function) {
        return core.call(function);
    }

    final boolean isNested() {
        return gate().isNested();
    }

    final boolean isInMulti() {
        return core.isMulti();
    }

    /** {@return the failure of leaving the multi, or null} */
    final Throwable leaveForGood() {
        Pending pendingOfMulti = core.state().pending();
        int code = leave();
        Throwable thrown = pendingOfMulti.take();
        return thrown != null || code == 0 ? thrown : new CurlMultiException("curl_multi_remove_handle", code);
    }

    final void refuseInMulti(String method) {
        if (isInMulti()) {
            throw new IllegalStateException(method + " is not for a handle in a Multi; remove it first");
        }
    }

    /** Throws the exception for a return code and for what a lambda threw, if there is one. */
    final void finish(int code) throws CurlException {
        if (isNested()) { // what a lambda threw surfaces from the outermost call, not from one that it makes
            if (code != CurlCode.OK.number()) {
                throw new CurlException(code, resources.takeErrorMessage(state.text()));
            }
            return;
        }
        final CurlException failure = failure(code);
        if (failure != null) {
            throw failure.orError();
        }
    }

    /** {@return the exception for a return code and for what a lambda threw, or null after a success} */
    final CurlException failure(int code) {
        Throwable thrown = takeThrown();
        if (thrown instanceof CannotRewind again) {
            return failure(again);
        }
        if (thrown != null) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt(); // as whoever catches it should
            }
            return new CallbackException(code, resources.takeErrorMessage(state.text()), thrown);
        }
        return code == CurlCode.OK.number() ? null : new CurlException(code, details(code));
    }

    /** {@return libcurl's own words, and what to do if only the user can know it} */
    private String details(int code) {
        String details = resources.takeErrorMessage(state.text());
        return switch (CurlCode.of(code)) {
            case UNSUPPORTED_PROTOCOL ->
                details + Features.missingProtocol(EasyInfos.get((Easy) this, Info.EFFECTIVE_URL));
            case SEND_FAIL_REWIND ->
                state.callback(CallbackKind.SEEK) != null
                        ? details
                        : details
                                + "; upload(…) sends what can be sent again, and so does a READFUNCTION with a SEEKFUNCTION";
            default -> details;
        };
    }

    /**
     * Does a transfer.
     *
     * @throws CurlException if it failed, or was ended from outside
     */
    final void transfer() throws CurlException {
        PrivateMulti own = resources.privateMulti(state);
        own.perform(core, state, pointer(), options.settings().maxConnects);
        CurlException failure = failure(own);
        if (failure != null) {
            throw failure.orError();
        }
    }

    /** {@return why the transfer failed that has ended, or was ended from outside; null after a success} */
    final CurlException failure(PrivateMulti own) {
        CurlException failure = failure(own.result());
        boolean fromOutside = failure != null && failure.getCause() == null && own.stopped() != null;
        return fromOutside ? failure(own.stopped()) : failure;
    }

    static CurlException failure(PrivateMulti.Stopped stopped) {
        String words = stopped == PrivateMulti.Stopped.ABORTED ? "aborted" : "the thread was interrupted";
        return new CurlException(CurlCode.ABORTED_BY_CALLBACK.number(), words);
    }

    /** Takes the handle out of the multi of its own, in which it stays after a transfer. */
    final void leavePrivateMulti() {
        PrivateMulti own = resources.privateMulti();
        if (own != null) {
            own.takeOut(core, pointer());
        }
    }

    /** As libcurl does with the multi that {@code curl_easy_perform} has made, when the handle joins another. */
    final void endPrivateMulti() {
        call(() -> {
            resources.endPrivateMulti(pointer());
            return 0;
        });
    }

    /** libcurl was told to abort. It would have failed with this code if it had known the reason. */
    private CurlException failure(CannotRewind again) {
        int code = CurlCode.SEND_FAIL_REWIND.number();
        String words = again.getMessage();
        resources.clearErrorMessage();
        CurlException failure = again.getCause() == null
                ? new CurlException(code, words)
                : new CallbackException(code, words, again.getCause());
        for (Throwable suppressed : again.getSuppressed()) {
            failure.addSuppressed(suppressed);
        }
        return failure;
    }

    /** {@return what lambdas threw and no method has reported, or null} */
    final Throwable takeThrown() {
        options.reportPending();
        return state.pending().take();
    }

    /** Throws what a lambda threw, from a method without checked exceptions. */
    static void throwUnchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new UncheckedIOException(new CallbackException(CurlCode.OK.number(), "", thrown));
        }
    }

    /**
     * Runs an action that needs this handle open, and throws what a callback of its share or MIME structure threw
     * meanwhile. What a callback has thrown before is thrown by the method that was running then.
     */
    final <T> T whileOpen(Supplier<T> action) {
        Throwable thrown = null;
        try (Use use = enter()) {
            boolean threwBefore = state.pending().has() || use.isNested();
            try {
                return action.get();
            } catch (RuntimeException | Error e) {
                if (!threwBefore && state.pending().has()) { // which is why libcurl refuses
                    state.pending().fail(e);
                }
                throw e;
            } finally {
                thrown = threwBefore ? null : state.pending().take();
            }
        } finally {
            if (thrown != null) { // in the place of a refusal by libcurl
                throwUnchecked(thrown);
            }
        }
    }

    /** From now on this uses the gate and the turns of a multi, in which libcurl has it. */
    final void join(Core multi) {
        beIn(multi);
        multi.joined(state, resources.turns());
        options.streams().tie();
    }

    /**
     * {@return libcurl's code} Leaves the multi. The multi reports what callbacks of this threw and no method has
     * reported.
     */
    final int leave() {
        Core left = core;
        int code = left.remove(state, pointer());
        leftAlone();
        left.state().pending().fail(takeThrown());
        options.afterTransfer();
        return code;
    }

    /** From now on this uses a multi's gate. */
    final void beIn(Core multi) {
        core = multi;
        owned().together(multi.together());
    }

    final void leftAlone() {
        core = Core.ofEasy(resources);
        owned().together(core.together());
        options.afterTransfer();
    }

    /** The multi accepts this pushed handle. */
    final void accept() {
        join(core);
    }

    /** Gives the C handle back to libcurl. */
    final void abandon() {
        options.detachFromJava();
        owned().disown();
        end();
        leftAlone();
        release();
    }

    /**
     * In a multi, an exception of a callback of this handle is in the message; one of a callback of the multi is thrown
     * here.
     */
    final void finishPause(int code) throws CurlException {
        if (isStreaming() && !isNested() && !isRefusedPause(code)) {
            if (code != CurlCode.OK.number()) {
                resources.privateMulti().fail(code); // the stream throws it
            }
            return;
        }
        if (!isInMulti() || isNested()) {
            finish(code);
            return;
        }
        Throwable thrown = core().state().pending().take();
        if (thrown != null) {
            throw new CallbackException(code, "", thrown).orError();
        }
        if (!state.pending().has()) {
            finish(code);
        }
    }

    /** {@return the number of bytes that a call has moved; 0 if it would have to wait} */
    final int transferred(int code, MemorySegment count) throws CurlException {
        if (code == CurlCode.AGAIN.number()) {
            finish(CurlCode.OK.number());
            return 0;
        }
        finish(code);
        return (int) count.get(ValueLayout.JAVA_LONG, 0);
    }

    private static boolean isRefusedPause(int code) {
        return code == CurlCode.BAD_FUNCTION_ARGUMENT.number() || code == CurlCode.RECURSIVE_API_CALL.number();
    }

    /** Pauses the directions whose bits are given, and resumes the others. */
    final void pauseBits(int directions) throws CurlException {
        try (Use _ = enterDeep()) {
            if ((directions & Easy.Direction.SEND.number()) == 0 && options.isPausedByMime()) {
                // libcurl has not noticed yet when the part began in the middle of its buffer, and would do nothing
                curl_ffm_h.curl_easy_pause(pointer(), PAUSE_ALL); // both: what waits is delivered by the call below
            }
            boolean wasSendPaused = state.isSendPaused();
            boolean wasPaused = state.isPaused();
            state.sendPaused((directions & Easy.Direction.SEND.number()) != 0); // already for callbacks that run now
            state.receivePaused((directions & Easy.Direction.RECV.number()) != 0);
            state.paused(directions != 0); // data may be delivered now, by which it is paused again
            int code = curl_ffm_h.curl_easy_pause(pointer(), directions);
            if (isRefusedPause(code)) {
                state.sendPaused(wasSendPaused); // libcurl has not even begun
                state.paused(wasPaused);
            }
            finishPause(code);
        }
    }
}
