package io.github.curlffm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Core;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.option.MultiOption;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** The options, numbers and notifications of a multi. */
abstract sealed class SettableMulti extends MultiHandle permits Multi {

    SettableMulti(Core core) {
        super(core);
    }

    private Multi multi() {
        return (Multi) this;
    }

    /**
     * Sets an option.
     *
     * @param <T> the Java type of the option's value
     * @param option the option
     * @param value its value, never null
     * @return this multi
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value
     * @throws IllegalStateException if the multi is closed or in use by another thread
     * @see <a href="https://curl.se/libcurl/c/curl_multi_setopt.html">curl_multi_setopt</a>
     */
    public <T> Multi set(MultiOption<T> option, T value) {
        Objects.requireNonNull(value, () -> option + " is not set to null; use unset(" + option.name() + ")");
        whileOpen(() -> options.set(option, value));
        return multi();
    }

    /**
     * Sets an option that takes a number.
     *
     * @param option the option
     * @param value its value
     * @return this multi
     * @throws CurlOptionException if the loaded libcurl does not have the option or refuses the value
     */
    public Multi set(MultiOption<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Sets an option to its default.
     *
     * @param option the option
     * @return this multi
     * @throws CurlOptionException if the loaded libcurl does not have the option
     */
    public Multi unset(MultiOption<?> option) {
        whileOpen(() -> options.unset(option));
        return multi();
    }

    /**
     * {@return one of the numbers that libcurl keeps} Since libcurl 8.16.0.
     *
     * @param info the number
     * @throws CurlMultiException if libcurl does not know it
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_get_offt.html">curl_multi_get_offt</a>
     */
    public long get(MultiInfo info) throws CurlMultiException {
        Library.require("curl_multi_get_offt", "8.16.0");
        try (Use _ = enter();
                Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_LONG);
            finish("curl_multi_get_offt", curl_ffm_h.curl_multi_get_offt(pointer(), (int) info.number(), value));
            return value.get(JAVA_LONG, 0);
        }
    }

    /**
     * Enables a notification of the {@code NOTIFYFUNCTION}. Since libcurl 8.17.0.
     *
     * @param notification the notification
     * @return this multi
     * @throws CurlMultiException if libcurl does not know it
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_enable.html">curl_multi_notify_enable</a>
     */
    public Multi notifyEnable(Notification notification) throws CurlMultiException {
        Library.require("curl_multi_notify_enable", "8.17.0");
        switched("curl_multi_notify_enable", curl_ffm_h::curl_multi_notify_enable, notification);
        return multi();
    }

    /**
     * Disables a notification of the {@code NOTIFYFUNCTION}. Since libcurl 8.17.0.
     *
     * @param notification the notification
     * @return this multi
     * @throws CurlMultiException if libcurl does not know it
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_disable.html">curl_multi_notify_disable</a>
     */
    public Multi notifyDisable(Notification notification) throws CurlMultiException {
        Library.require("curl_multi_notify_disable", "8.17.0");
        switched("curl_multi_notify_disable", curl_ffm_h::curl_multi_notify_disable, notification);
        return multi();
    }
}
