package io.github.curlffm;

import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.option.Option;
import java.util.HashMap;
import java.util.Map;

/** The handles that the options of an easy handle are set to: reachable as long as libcurl may call back for them. */
final class Attachments {

    private final Map<Option<?>, Attached> byOption = new HashMap<>(2);

    /** {@return the map itself} */
    Map<Option<?>, Attached> map() {
        return byOption;
    }

    /** {@return whether an option is set to a handle} */
    boolean has(Option<?> option) {
        return byOption.containsKey(option);
    }

    /** {@return whether an option is set to this handle} */
    boolean holds(Handle other) {
        return byOption.values().stream().anyMatch(attachment -> attachment.handle() == other);
    }

    /** {@return the handle that an option is set to, or null} */
    Handle held(Option<?> option) {
        Attached attached = byOption.get(option);
        return attached == null ? null : attached.handle();
    }

    /** {@return whether a callback that gives the data of one of them returned PAUSE} */
    boolean isPaused() {
        return byOption.values().stream().anyMatch(Attached::isPaused);
    }

    /** {@return what a duplicate of the easy handle has} Called before {@code curl_easy_duphandle}. */
    Map<Option<?>, Attached> duplicated() {
        Map<Option<?>, Attached> duplicated = new HashMap<>(2);
        byOption.forEach((option, attachment) -> {
            Attached copy = attachment.duplicated();
            if (copy != null) {
                duplicated.put(option, copy);
            }
        });
        return duplicated;
    }

    void beforeTransfer(EasyState easy) {
        byOption.values().forEach(attachment -> attachment.beforeTransfer(easy));
    }

    void afterTransfer(EasyState easy) {
        byOption.values().forEach(attachment -> attachment.afterTransfer(easy));
    }
}
