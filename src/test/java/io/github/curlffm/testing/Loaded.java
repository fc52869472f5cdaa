package io.github.curlffm.testing;

import io.github.curlffm.Curl;
import io.github.curlffm.option.Key;

/** The libcurl that the tests run against. */
public final class Loaded {

    private Loaded() {}

    /** {@return whether it is old enough to have the option or info} */
    public static boolean has(Key key) {
        return isAtLeast(key.since());
    }

    /** {@return whether it is this version or newer} */
    public static boolean isAtLeast(String version) {
        String[] numbers = version.split("\\.");
        return Curl.version()
                .isAtLeast(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }
}
