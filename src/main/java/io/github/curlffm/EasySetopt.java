package io.github.curlffm;

import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.lib.Library;
import java.lang.foreign.MemorySegment;

/** {@code curl_easy_setopt} for one handle, by the C type. If libcurl refuses a value, the exception shows it. */
final class EasySetopt {

    /** What messages show if there is no value. */
    static final String DEFAULT = "its default";

    private final EasyHandle easy;
    private final MemorySegment self;

    EasySetopt(EasyHandle easy) {
        this.easy = easy;
        this.self = easy.pointer();
    }

    void number(OptionRow option, Object value, long number) {
        check(option, value, Setopt.easyLong(self, option.number(), number));
    }

    void offset(OptionRow option, Object value, long number) {
        check(option, value, Setopt.easyOffset(self, option.number(), number));
    }

    void pointer(OptionRow option, Object value, MemorySegment pointer) {
        check(option, value, Setopt.easyPointer(self, option.number(), pointer));
    }

    /** Gives libcurl new memory, which the handle keeps. Releases the old memory only after that. */
    void kept(OptionRow option, Object value, Owned memory) {
        try {
            pointer(option, value, memory.pointer());
        } catch (CurlOptionException e) {
            memory.release();
            throw e;
        }
        keep(option, memory);
    }

    void unsetKept(OptionRow option) {
        pointer(option, DEFAULT, MemorySegment.NULL);
        keep(option, null);
    }

    private void keep(OptionRow option, Owned memory) {
        easy.resources.keep(option.number(), memory);
    }

    /** Sets what each C handle needs for this library: the error buffer, and the id by which the handle is found. */
    void own() {
        easy.resources.clearErrorMessage();
        errorBuffer(easy.resources.errorBuffer());
        point("id", curl_ffm_h.CURLOPT_PRIVATE(), easy.state.userdata());
    }

    void disown() {
        errorBuffer(MemorySegment.NULL);
    }

    private void errorBuffer(MemorySegment buffer) {
        point("error buffer", curl_ffm_h.CURLOPT_ERRORBUFFER(), buffer);
    }

    /** For the options that this library uses itself, and that are not keys. */
    void point(String what, int number, MemorySegment pointer) {
        int code = Setopt.easyPointer(self, number, pointer);
        if (code != 0) {
            throw new IllegalStateException("the " + what + " is refused: [" + code + "] " + Library.strerror(code));
        }
    }

    static void check(OptionRow option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refused(option, value, code);
        }
    }
}
